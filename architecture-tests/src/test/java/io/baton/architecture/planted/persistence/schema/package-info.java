/** Violations planted in the place of persistence.schema; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.persistence.schema;

import org.jspecify.annotations.NullMarked;
