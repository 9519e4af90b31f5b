/**
 * Every port in memory. A {@link io.baton.memory.MemoryCluster} is the <b>where</b> plane of a standalone node and of tests; a
 * {@link io.baton.memory.MemoryDatabase} is the <b>what</b> plane of tests and simulations. Both are shared objects on which
 * each client opens its own ports, and both run the contracts that the adapters of real servers run.
 */
@NullMarked
package io.baton.memory;

import org.jspecify.annotations.NullMarked;
