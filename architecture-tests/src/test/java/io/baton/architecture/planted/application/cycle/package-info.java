/** Violations planted in the place of application.cycle; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.application.cycle;

import org.jspecify.annotations.NullMarked;
