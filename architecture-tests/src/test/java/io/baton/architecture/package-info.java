/** The architecture's rules, run over all modules, and the proof that each of them bites. */
@NullMarked
package io.baton.architecture;

import org.jspecify.annotations.NullMarked;
