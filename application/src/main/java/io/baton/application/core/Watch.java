package io.baton.application.core;

import io.baton.application.execute.RecordLeftBehind;
import io.baton.application.node.DeathWatch;
import io.baton.application.node.Heartbeats;
import io.baton.application.sweep.RecoverDead;
import io.baton.application.sweep.ResendLost;
import io.baton.application.sweep.SettleOwn;
import io.baton.application.sweep.StealWork;
import io.baton.application.sweep.Sweeper;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.Triggers;
import io.baton.domain.queue.QueueState;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The wing that watches: heartbeats, sweeps, stealing, and this node's own life. */
record Watch(Heartbeats heartbeats, Sweeper sweeper, StealWork steal, SettleOwn settle, Life life) {

    static Watch of(Core core, Triggers triggers) {
        var middle = core.middle;
        var where = core.ports.where();
        var what = core.ports.what();
        Heartbeats heartbeats = new Heartbeats(
                new Heartbeats.Stores(where, what.witness()),
                new Heartbeats.Identity(middle.watch(), middle.clock(), core.spec.profile(), status(core)),
                core.spec.timings(),
                core.surroundings,
                core.hands.locks().get());
        var relocation = middle.sending().relocation();
        Sweeper.Duties duties = new Sweeper.Duties(
                heartbeats,
                new RecoverDead(where, what, middle.watch(), relocation),
                new ResendLost(where, what.ledger(), relocation),
                core.sweepOfDueTimes(),
                new Sweeper.Upkeep(
                        middle.sending().distributor(), core.spec.timings().retention()));
        Sweeper sweeper = new Sweeper(
                core.ports,
                middle.watch(),
                new DeathWatch(core.spec.timings().heartbeatTimeout()),
                duties,
                core.surroundings);
        StealWork steal = new StealWork(where.queueRecovery(), middle.watch(), middle.slots(), core.execution.intake());
        SettleOwn settle = new SettleOwn(what.ledger(), core.spec.self(), core.execution.running(), relocation);
        return new Watch(
                heartbeats,
                sweeper,
                steal,
                settle,
                new Life(
                        core,
                        triggers,
                        heartbeats,
                        sweeper,
                        new Life.Chores(steal, settle, new RecordLeftBehind(what.ledger(), relocation))));
    }

    private static Supplier<Heartbeat.Status> status(Core core) {
        Instant startedAt = core.surroundings.now();
        NodeId self = core.spec.self().node();
        return () -> {
            List<QueueState> queue = core.ports.where().queueRecovery().states(List.of(self));
            return new Heartbeat.Status(
                    core.middle.slots().busy(),
                    (int) Math.min(Integer.MAX_VALUE, queue.get(0).depth()),
                    core.ports.when().probe().cpuShare(),
                    core.middle.watch().draining(),
                    core.middle.watch().fires() && !core.middle.clock().skewed(),
                    startedAt,
                    core.middle.clock().offset());
        };
    }
}
