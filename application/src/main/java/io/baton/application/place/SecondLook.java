package io.baton.application.place;

import io.baton.application.node.ClusterWatch;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Asks the registry who is there before a task is given up because nobody seems to have its target, and before all nodes are
 * asked for something: one that joined since this node's last heartbeat is not in its view yet, and a node that has just
 * joined sees few others.
 */
public final class SecondLook {
    private static final Logger LOG = System.getLogger(SecondLook.class.getName());
    /** Ten looks a second at most: a job that nobody can run must not cost a call for each of its firings. */
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final NodeRegistry registry;
    private final ClusterWatch watch;
    private final LongSupplier nanos;
    private final AtomicLong nextAt;

    public SecondLook(NodeRegistry registry, ClusterWatch watch, LongSupplier nanos) {
        this.registry = registry;
        this.watch = watch;
        this.nanos = nanos;
        this.nextAt = new AtomicLong(nanos.getAsLong());
    }

    /** What this node knows of the cluster. */
    public ClusterWatch watch() {
        return watch;
    }

    /** Asks, unless that was done just now. @return whether the view is fresher now than it was */
    public boolean again() {
        long now = nanos.getAsLong();
        long due = nextAt.get();
        if (now - due < 0 || !nextAt.compareAndSet(due, now + BETWEEN.toNanos())) {
            return false;
        }
        try {
            watch.refresh(registry.view());
            return true;
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "no second look: {0}", e.getMessage());
            return false;
        }
    }
}
