package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.redis.Connector.Listener;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions by which others see that this process lives: the server drops them when the process or its connection
 * ends. Lettuce subscribes again when it reconnects; what it cannot see, a slot that moved to another server, is told by a
 * beat that counts no subscriber, and {@link #renew} subscribes anew.
 */
final class Presence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Connector connector;
    private final RedisKeys keys;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock(); // guards the fields below
    private final Set<Incarnation> announced = new LinkedHashSet<>();
    private @Nullable Listener listener;
    private boolean closed;

    Presence(Connector connector, RedisKeys keys, Duration timeout) {
        this.connector = connector;
        this.keys = keys;
        this.timeout = timeout;
    }

    /** Makes the incarnation present, if it is not announced yet; returns when the server has confirmed it. */
    void announce(Incarnation who) {
        lock.lock();
        try {
            if (!announced.contains(who)) {
                subscribe(open(), who);
                announced.add(who);
            }
        } finally {
            lock.unlock();
        }
    }

    void withdraw(Incarnation who) {
        lock.lock();
        try {
            Listener open = listener;
            if (announced.remove(who) && open != null) {
                if (announced.isEmpty()) {
                    drop();
                } else {
                    done(open.commands().unsubscribe(keys.presence(who)));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Subscribes anew, on a new connection. If that fails too, the next beat tries again. */
    void renew() {
        lock.lock();
        try {
            drop();
            Listener open = open();
            announced.forEach(who -> subscribe(open, who));
        } catch (RuntimeException e) {
            LOG.warn(
                    "presence in Redis is lost and could not be renewed; the next heartbeat tries again: {}",
                    e.toString());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            announced.clear();
            closed = true; // the connection ends with the client
        } finally {
            lock.unlock();
        }
    }

    private Listener open() {
        if (closed) {
            throw new RedisException("the connection to Redis was closed by this node");
        }
        Listener open = listener;
        if (open == null) {
            open = connector.listen();
            listener = open;
        }
        return open;
    }

    private void subscribe(Listener open, Incarnation who) {
        done(open.commands().subscribe(keys.presence(who)));
    }

    private void done(io.lettuce.core.RedisFuture<Void> reply) {
        boolean interrupted = Thread.interrupted();
        try {
            if (!LettuceFutures.awaitAll(timeout.toMillis(), TimeUnit.MILLISECONDS, reply)) {
                throw new RedisException("Redis did not confirm a subscription within " + timeout.toMillis() + " ms");
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void drop() {
        Listener old = listener;
        listener = null;
        if (old != null) {
            var unused = old.whole().closeAsync(); // the connection is not used again, however its end goes
        }
    }
}
