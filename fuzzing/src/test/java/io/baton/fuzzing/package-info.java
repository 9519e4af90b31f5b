/** The tools of other modules' tests are tested themselves. */
@NullMarked
package io.baton.fuzzing;

import org.jspecify.annotations.NullMarked;
