package io.baton.application.node;

import io.baton.application.NodeTimings;
import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeRegistry.BeatReply;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Says that this node lives, in both stores; learns who else does; keeps or seeks the master role. */
public final class Heartbeats {
    private static final Logger LOG = System.getLogger(Heartbeats.class.getName());

    private final Ports.Where where;
    private final NodeWitness witness;
    private final Identity identity;
    private final NodeTimings timings;
    private final Surroundings surroundings;
    private final Lock turn;
    private boolean registryFailing; // guarded by turn
    private boolean storeFailing; // guarded by turn

    /** Who this node is and what it says of itself. */
    public record Identity(
            ClusterWatch watch, StoreClock clock, Heartbeat.Profile profile, Supplier<Heartbeat.Status> status) {
        Incarnation self() {
            return watch.self();
        }
    }

    /** @param turn held while the stores are asked, so that an older answer never follows a newer one */
    public Heartbeats(Stores stores, Identity identity, NodeTimings timings, Surroundings surroundings, Lock turn) {
        this.where = stores.where();
        this.witness = stores.witness();
        this.identity = identity;
        this.timings = timings;
        this.surroundings = surroundings;
        this.turn = turn;
    }

    /** Who is told that this node lives. */
    public record Stores(Ports.Where where, NodeWitness witness) {}

    /**
     * One heartbeat. A store that does not answer is logged, once until it does again.
     *
     * @return the other live holder of this node's id, if there is one: this node must end
     */
    public Optional<Incarnation> beat() {
        turn.lock();
        try {
            Optional<Incarnation> rival = beatRegistry();
            Optional<Incarnation> other = beatStore();
            return rival.or(() -> other);
        } finally {
            turn.unlock();
        }
    }

    private Optional<Incarnation> beatRegistry() {
        long asked = surroundings.nanos().getAsLong();
        try {
            Heartbeat beat = new Heartbeat(
                    identity.self(), identity.profile(), identity.status().get());
            BeatReply reply = where.registry().beat(beat, timings.heartbeatTimeout());
            if (reply.refusedFor().isPresent()) {
                return reply.refusedFor();
            }
            identity.watch().confirmed(reply.view(), asked);
            seekRole(reply.view().master(), asked);
            registryFailing = said(registryFailing, false, "the registry");
        } catch (StoreException e) {
            registryFailing = said(registryFailing, true, "the registry (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    /** @param seen who holds the role by the view that the beat brought: another's is not asked for, it would be refused */
    private void seekRole(Optional<Incarnation> seen, long asked) {
        boolean was = identity.watch().isMaster();
        if (identity.watch().draining()) {
            where.lease().release(identity.self());
            identity.watch().masterIs(where.lease().holder(), asked);
        } else if (seen.isPresent() && !seen.get().equals(identity.self())) {
            identity.watch().masterIs(seen, asked);
        } else {
            Incarnation holder = where.lease().claim(identity.self(), timings.lease());
            identity.watch().masterIs(Optional.of(holder), asked);
        }
        if (was != identity.watch().isMaster()) {
            String loss =
                    identity.watch().draining() ? "this node gives the master role back" : "this node is a slave now";
            LOG.log(Level.INFO, was ? loss : "this node is the master now");
        }
    }

    /** Takes the role from a master that is dead. */
    public void succeed(Incarnation dead) {
        turn.lock();
        try {
            long asked = surroundings.nanos().getAsLong();
            Incarnation holder = where.lease().takeFrom(dead, identity.self(), timings.lease());
            identity.watch().masterIs(Optional.of(holder), asked);
            if (holder.equals(identity.self())) {
                LOG.log(Level.INFO, "this node is the master now: {0} is dead", dead);
            }
        } finally {
            turn.unlock();
        }
    }

    private Optional<Incarnation> beatStore() {
        try {
            Instant asked = surroundings.now();
            NodeWitness.Seen seen = witness.seen(identity.self());
            boolean wasSkewed = identity.clock().skewed();
            identity.clock().observe(asked, seen.now());
            identity.watch().witnessed(seen.present());
            Optional<Incarnation> other =
                    seen.present() || identity.watch().draining() ? Optional.empty() : enrolAgain();
            sayClock(wasSkewed);
            identity.watch().storeAnswers(true);
            storeFailing = said(storeFailing, false, "the database");
            return other;
        } catch (StoreException e) {
            identity.watch().storeAnswers(false);
            storeFailing = said(storeFailing, true, "the database (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    /**
     * The others took this node for dead and forgot it, while it was cut off or stood still. What it ran then is theirs, by
     * its fence; it may take work again once it is enrolled. One that drains is about to leave.
     *
     * @return another life of this node, if there is one by now: then this one must end
     */
    private Optional<Incarnation> enrolAgain() {
        Optional<Incarnation> other = witness.enrol(identity.self(), timings.heartbeatTimeout());
        if (other.isEmpty()) {
            LOG.log(Level.WARNING, "the database did not count this node as present: it enrols again");
        }
        return other;
    }

    private void sayClock(boolean wasSkewed) {
        if (wasSkewed != identity.clock().skewed()) {
            LOG.log(
                    Level.WARNING,
                    wasSkewed
                            ? "this node''s clock is right again"
                            : "this node''s clock is {0} off the database''s: it fires nothing until that is less than 1 s",
                    identity.clock().offset());
        }
    }

    private static boolean said(boolean was, boolean fails, String what) {
        if (fails && !was) {
            LOG.log(Level.WARNING, "no heartbeat reaches {0}; tried again each heartbeat", what);
        } else if (was && !fails) {
            LOG.log(Level.INFO, "heartbeats reach {0} again", what);
        }
        return fails;
    }
}
