/** Who is dead, and who only seems to be. */
@NullMarked
package io.baton.application.node;

import org.jspecify.annotations.NullMarked;
