/** Violations planted in the place of contracts; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.contracts;

import org.jspecify.annotations.NullMarked;
