package io.baton.redis;

import io.baton.domain.node.Incarnation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which queues were found empty lately: after a wait that brought nothing, the next wait alone tells whether something
 * comes, which is one command where a look has six.
 *
 * <p>What a command moved whose reply was lost may come to light late, where only a look sees it. So after a failure each
 * wait begins with a look, for as long as a queue else counts as empty.
 */
final class EmptyQueues {
    /** 1 minute: longer than a command can lie in the buffers of a connection that was replaced. */
    private static final long LATELY = Duration.ofMinutes(1).toNanos();

    private final ConcurrentHashMap<Incarnation, Long> foundNanos = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Incarnation, Long> failedNanos = new ConcurrentHashMap<>();

    /** @param lookedNanos when a look last found nothing */
    void found(Incarnation owner, long lookedNanos) {
        foundNanos.put(owner, lookedNanos);
    }

    /** @return when a look last found nothing, if that was remembered */
    Optional<Long> forget(Incarnation owner) {
        return Optional.ofNullable(foundNanos.remove(owner));
    }

    void failed(Incarnation owner) {
        failedNanos.put(owner, System.nanoTime());
    }

    boolean foundLately(Incarnation owner) {
        return lately(foundNanos, owner) && !lately(failedNanos, owner);
    }

    private static boolean lately(ConcurrentHashMap<Incarnation, Long> nanos, Incarnation owner) {
        Long then = nanos.get(owner);
        return then != null && System.nanoTime() - then < LATELY;
    }
}
