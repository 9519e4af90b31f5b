/** Violations planted in the place of resilience.checker; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.resilience.checker;

import org.jspecify.annotations.NullMarked;
