/** Violations planted in the place of application.circle; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.application.circle;

import org.jspecify.annotations.NullMarked;
