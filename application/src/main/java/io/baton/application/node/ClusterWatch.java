package io.baton.application.node;

import io.baton.application.NodeTimings;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Incarnation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What this node knows of the cluster and of its own standing in it, as the last heartbeat brought it. */
public final class ClusterWatch {
    private final Incarnation self;
    private final NodeTimings timings;
    private final LongSupplier nanos;
    private final LoadHistory history = new LoadHistory();

    private volatile ClusterView view = ClusterView.EMPTY;
    private volatile Optional<Long> confirmedAt = Optional.empty();
    private volatile Optional<Long> masterAt = Optional.empty();
    private volatile Optional<Incarnation> master = Optional.empty();
    private volatile boolean witnessed = true;
    private volatile boolean draining;
    private volatile boolean armed;
    private volatile boolean storeAnswers = true;

    public ClusterWatch(Incarnation self, NodeTimings timings, LongSupplier nanos) {
        this.self = self;
        this.timings = timings;
        this.nanos = nanos;
    }

    public Incarnation self() {
        return self;
    }

    public ClusterView view() {
        return view;
    }

    /** How loaded the nodes were lately. */
    public LoadHistory history() {
        return history;
    }

    /** Nodes that are not silent, this one among them once it is registered. */
    public List<ClusterView.Member> alive() {
        return view.alive(timings.heartbeatTimeout());
    }

    /** Whether this node holds the master role and renewed it recently enough to rely on it. */
    public boolean isMaster() {
        return masterAt.filter(at -> nanos.getAsLong() - at < timings.reliance().toNanos())
                .isPresent();
    }

    public Optional<Incarnation> master() {
        return master;
    }

    /** Whether this node must start nothing, because others may be about to declare it dead. */
    public boolean fenced() {
        boolean confirmed = confirmedAt
                .filter(at -> nanos.getAsLong() - at < timings.selfFence().toNanos())
                .isPresent();
        return !confirmed || !witnessed;
    }

    public boolean draining() {
        return draining;
    }

    /** Whether this node may claim, take and start tasks. */
    public boolean open() {
        return !draining && !fenced();
    }

    public Duration timeout() {
        return timings.heartbeatTimeout();
    }

    /** Whether others may leave due times to this node: it has armed all jobs, and the database answers it. */
    public boolean fires() {
        return armed && storeAnswers && !draining;
    }

    /** All jobs are armed. */
    public void armed() {
        armed = true;
    }

    void storeAnswers(boolean answers) {
        storeAnswers = answers;
    }

    void confirmed(ClusterView latest, long sentAtNanos) {
        view = latest;
        confirmedAt = Optional.of(sentAtNanos);
        history.see(latest, timings.heartbeatTimeout());
    }

    /**
     * Takes a view that was asked for between heartbeats. One that is older than what is known changes nothing; nor does one
     * of a registry that has forgotten this node: it may have forgotten all, and the next heartbeats tell who is there.
     */
    public void refresh(ClusterView asked) {
        boolean forgotten =
                view.find(self.node()).isPresent() && asked.find(self.node()).isEmpty();
        if (!forgotten && !asked.now().isBefore(view.now())) {
            view = asked;
        }
    }

    void witnessed(boolean present) {
        witnessed = present;
    }

    void masterIs(Optional<Incarnation> holder, long askedAtNanos) {
        master = holder;
        masterAt = holder.equals(Optional.of(self)) ? Optional.of(askedAtNanos) : Optional.empty();
    }

    public void drain(boolean wanted) {
        draining = wanted;
    }
}
