package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.lettuce.core.LMoveArgs;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the first message of a queue with BLMOVE into the owner's staging list, on connections that do nothing else:
 * one a waiting thread, kept for the next wait.
 *
 * <p>The server's answer may be lost, never the message: it lies in the staging list, where the next take looks first. A
 * wait that was interrupted goes on at the server until its time is over; the owner's next wait joins it.
 */
final class QueueWaits implements AutoCloseable {
    /** 2 s at most a wait, so that a server that was demoted meanwhile holds nobody for longer. */
    static final Duration LONGEST = Duration.ofSeconds(2);
    /** 3 s beyond what the server was told: from then on the connection counts as dead. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** 10 ms: 0 would mean for ever. */
    private static final long SHORTEST_MILLIS = 10;

    private final Connector connector;
    private final RedisKeys keys;
    private final Duration timeout;
    private final Queue<RedisLink> idle = new ConcurrentLinkedQueue<>();
    private final Set<RedisLink> links = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<Incarnation, Wait> interrupted = new ConcurrentHashMap<>();

    private record Wait(RedisLink link, CompletableFuture<String> moved, Duration longest) {}

    QueueWaits(Connector connector, RedisKeys keys, Duration timeout) {
        this.connector = connector;
        this.keys = keys;
        this.timeout = timeout;
    }

    /**
     * Waits no longer than the time, or 2 s.
     *
     * @return whether a message lies in the staging list; false = none came
     */
    boolean await(Incarnation owner, Duration time, Calls calls) throws InterruptedException {
        String operation = "wait for " + keys.queue(owner.node());
        Wait left = interrupted.remove(owner);
        Wait wait =
                left == null || left.moved().isCompletedExceptionally() ? begin(owner, time, operation, calls) : left;
        try {
            boolean came = wait.moved().get(wait.longest().toMillis(), TimeUnit.MILLISECONDS) != null;
            idle.add(wait.link());
            return came;
        } catch (InterruptedException e) {
            leave(owner, wait);
            throw e;
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            forget(wait.link());
            throw calls.failed(operation, e.getCause() == null ? e : e.getCause());
        }
    }

    private Wait begin(Incarnation owner, Duration time, String operation, Calls calls) {
        long millis = Math.max(SHORTEST_MILLIS, Math.min(time.toMillis(), LONGEST.toMillis()));
        RedisLink link = idle.poll();
        if (link == null) {
            link = new RedisLink(connector, timeout);
            links.add(link);
        }
        try {
            CompletableFuture<String> moved = link.commands()
                    .blmove(
                            keys.queue(owner.node()),
                            keys.staging(owner),
                            LMoveArgs.Builder.rightLeft(),
                            millis / 1000.0)
                    .toCompletableFuture();
            return new Wait(link, moved, Duration.ofMillis(millis).plus(GRACE));
        } catch (RuntimeException e) {
            forget(link);
            throw calls.failed(operation, e);
        }
    }

    private void leave(Incarnation owner, Wait wait) {
        Wait other = interrupted.put(owner, wait);
        if (other != null) {
            var unused = other.moved().whenComplete((value, failure) -> forget(other.link()));
        }
    }

    private void forget(RedisLink link) {
        links.remove(link);
        link.close();
        link.drop();
    }

    @Override
    public void close() {
        links.forEach(RedisLink::close);
        links.clear();
    }
}
