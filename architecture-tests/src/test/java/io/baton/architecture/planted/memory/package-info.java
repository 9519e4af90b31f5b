/** Violations planted in the place of memory; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.memory;

import org.jspecify.annotations.NullMarked;
