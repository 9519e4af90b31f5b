/** The adapters in memory against the contracts of their ports. */
@NullMarked
package io.baton.memory;

import org.jspecify.annotations.NullMarked;
