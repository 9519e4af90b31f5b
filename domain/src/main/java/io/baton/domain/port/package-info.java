/**
 * The ports: what the core needs from the world, each with its law in numbered clauses. An adapter implements a port and
 * runs its contract from {@code port-contracts}; nothing else changes.
 *
 * <p>True of every port: implementations are safe for use by many threads; lists and sets that are returned are
 * unmodifiable; a failing store is an {@link io.baton.domain.port.StoreException}, never an empty answer.
 */
@NullMarked
package io.baton.domain.port;

import org.jspecify.annotations.NullMarked;
