package io.baton.application.core;

import io.baton.application.Ports;
import io.baton.application.execute.RecordLeftBehind;
import io.baton.application.node.ClusterWatch;
import io.baton.application.node.Heartbeats;
import io.baton.application.sweep.SettleOwn;
import io.baton.application.sweep.StealWork;
import io.baton.application.sweep.Sweeper;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.LedgerRecovery.Lost;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.Triggers;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A node's life: join, the cycles that keep it going, drain, leave. Who drives it decides when each step is taken. */
public final class Life {
    private static final Logger LOG = System.getLogger(Life.class.getName());
    private static final int BATCH = 500;

    private final Core core;
    private final Triggers triggers;
    private final Heartbeats heartbeats;
    private final Sweeper sweeper;
    private final Chores chores;
    private volatile boolean stopping;
    /** Whether this node was the master when it began to drain. */
    private volatile boolean wasMaster;

    record Chores(StealWork steal, SettleOwn settle, RecordLeftBehind leftBehind) {}

    Life(Core core, Triggers triggers, Heartbeats heartbeats, Sweeper sweeper, Chores chores) {
        this.core = core;
        this.triggers = triggers;
        this.heartbeats = heartbeats;
        this.sweeper = sweeper;
        this.chores = chores;
    }

    /** A step that the driver repeats. @param pause between two of them */
    public record Cycle(String name, Duration pause, Runnable step) {}

    /**
     * Registers the node in both stores. Before that it records what earlier processes left behind: while a node waits for
     * its id, others take the runs of its earlier life for lost.
     *
     * @return the other live holder of the node's id: then this node is not registered
     */
    public Optional<Incarnation> join() {
        chores.leftBehind().record();
        Optional<Incarnation> rival = core.ports
                .what()
                .witness()
                .enrol(core.spec.self(), core.spec.timings().heartbeatTimeout());
        return rival.isPresent() ? rival : heartbeats.beat();
    }

    /** Arms what the store says and begins to fire. */
    public void open() {
        core.definitions.reconciler().reconcile();
        triggers.start();
        core.middle.watch().armed();
    }

    /** One step of taking messages. @return whether to go on at once */
    public boolean intake() throws InterruptedException {
        return core.execution.intake().step();
    }

    /** Whether this node may take messages now. */
    public boolean mayTake() {
        return core.middle.watch().open();
    }

    /** @param rival told if another live node holds this node's id: this node must end */
    public List<Cycle> cycles(java.util.function.Consumer<Incarnation> rival) {
        Duration second = Duration.ofSeconds(1);
        return List.of(
                new Cycle("heartbeat", core.spec.timings().heartbeatInterval(), () -> {
                    heartbeats.beat().ifPresent(rival);
                    followDrainWish();
                    chores.settle().settleUnknown();
                }),
                new Cycle("sweep", second, sweeper::step),
                new Cycle("steal", Duration.ofMillis(500), chores.steal()::step),
                new Cycle("cancel", second, chores.settle()::endUnwanted),
                new Cycle("jobs", Duration.ofSeconds(3), this::followJobs),
                new Cycle("reconcile", Duration.ofSeconds(60), this::reconcile));
    }

    private void followJobs() {
        try {
            core.definitions.cluster().answer(); // before the poll, which would leave it nothing to tell
            core.definitions.reconciler().poll();
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "changes of jobs are not seen: {0}", e.getMessage());
        }
    }

    private void reconcile() {
        try {
            core.definitions.reconciler().reconcile();
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "not reconciled: {0}", e.getMessage());
        }
        chores.leftBehind().record();
    }

    private void followDrainWish() {
        ClusterWatch watch = core.middle.watch();
        boolean wanted =
                stopping || watch.view().drainWanted().contains(watch.self().node());
        if (wanted != watch.draining()) {
            LOG.log(Level.INFO, wanted ? "draining: this node takes no more work" : "this node takes work again");
            wasMaster = wanted && watch.master().equals(Optional.of(watch.self()));
            watch.drain(wanted);
            heartbeats.beat();
        }
        if (wanted) {
            handBack();
        }
    }

    /** Gives what is queued here to the others. Best effort: what stays is moved once this node is gone. */
    private void handBack() {
        try {
            Ports.What what = core.ports.what();
            List<TaskRow> rows = what.ledger().recovery().held(core.spec.self(), TaskState.QUEUED, BATCH);
            while (!rows.isEmpty() && core.middle.sending().relocation().handBack(rows) > 0) {
                rows = what.ledger().recovery().held(core.spec.self(), TaskState.QUEUED, BATCH);
            }
            heir().ifPresent(this::emptyQueue);
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "not all handed back: {0}", e.getMessage());
        }
    }

    /** Who gets this node's queue. A master's may hold requests that the master alone may run: it waits for the next one. */
    private Optional<Incarnation> heir() {
        ClusterWatch watch = core.middle.watch();
        if (wasMaster) {
            return watch.master().filter(m -> !m.equals(watch.self()));
        }
        return watch.alive().stream()
                .filter(m -> !m.who().equals(watch.self()) && !m.beat().status().draining())
                .findFirst()
                .map(Member::who);
    }

    private void emptyQueue(Incarnation other) {
        int moved = 1;
        while (moved > 0) {
            moved = core.ports
                    .where()
                    .queueRecovery()
                    .salvageQueue(core.spec.self().node(), other.node());
        }
    }

    /** Stops firing and taking, and hands queued work back. Running tasks go on. */
    public void drain() {
        stopping = true;
        triggers.stop();
        followDrainWish();
    }

    /** The cluster as this node sees it, and its own standing. */
    public ClusterWatch watch() {
        return core.middle.watch();
    }

    /** Whether nothing runs here. */
    public boolean idle() {
        return core.execution.running().isEmpty();
    }

    /** Interrupts what still runs. */
    public void interruptAll() {
        core.execution.running().endAll(Outcome.CANCELLED);
    }

    /** Gives up what still runs, and leaves the cluster. */
    public void leave() {
        try {
            var ledger = core.ports.what().ledger().recovery();
            List<Lost> left = ledger.held(core.spec.self(), TaskState.RUNNING, BATCH).stream()
                    .map(r -> new Lost(r.id(), r.fence()))
                    .toList();
            if (!left.isEmpty()) {
                LOG.log(Level.WARNING, "{0} tasks still run and are given up", left.size());
                core.middle.sending().relocation().handBack(ledger.recover(left, core.spec.self(), Reason.SHUTDOWN));
            }
            core.ports.where().lease().release(core.spec.self());
            core.ports.where().registry().leave(core.spec.self());
            core.ports.what().witness().retire(core.spec.self());
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "left without saying so; the others notice: {0}", e.getMessage());
        }
    }
}
