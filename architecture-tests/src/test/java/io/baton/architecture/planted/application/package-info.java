/** Violations planted in the place of application; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.application;

import org.jspecify.annotations.NullMarked;
