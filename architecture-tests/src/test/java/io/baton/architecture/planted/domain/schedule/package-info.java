/** Violations planted in the place of domain.schedule; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.domain.schedule;

import org.jspecify.annotations.NullMarked;
