/** The Redis adapters against real servers: the contracts of the ports, and the faults that only Redis has. */
@NullMarked
package io.baton.redis;

import org.jspecify.annotations.NullMarked;
