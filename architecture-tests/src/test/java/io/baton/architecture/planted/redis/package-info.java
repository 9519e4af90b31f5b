/** Violations planted in the place of redis; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.redis;

import org.jspecify.annotations.NullMarked;
