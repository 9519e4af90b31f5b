/** Violations planted in the place of domain.port; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.domain.port;

import org.jspecify.annotations.NullMarked;
