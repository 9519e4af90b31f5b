/** Violations planted in the place of domain; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.domain;

import org.jspecify.annotations.NullMarked;
