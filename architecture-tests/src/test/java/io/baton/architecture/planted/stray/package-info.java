/** Violations planted in the place of stray; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.stray;

import org.jspecify.annotations.NullMarked;
