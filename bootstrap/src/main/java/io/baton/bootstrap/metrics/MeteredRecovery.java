package io.baton.bootstrap.metrics;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A recovery whose recoveries and losses are counted. */
final class MeteredRecovery implements LedgerRecovery {
    private final LedgerRecovery recovery;
    private final Meters meters;

    MeteredRecovery(LedgerRecovery recovery, Meters meters) {
        this.recovery = recovery;
        this.meters = meters;
    }

    @Override
    public List<TaskRow> recover(List<Lost> lost, Incarnation by, Reason why) {
        List<TaskRow> queued = recovery.recover(lost, by, why);
        Set<TaskId> again = queued.stream().map(TaskRow::id).collect(Collectors.toSet());
        long recovered = lost.stream().filter(one -> again.contains(one.task())).count();
        meters.count("scheduler.recoveries", (double) recovered, "reason", why.name());
        meters.count("scheduler.lost", (double) (lost.size() - recovered));
        return queued;
    }

    @Override
    public Instant now() {
        return recovery.now();
    }

    @Override
    public List<Incarnation> owners() {
        return recovery.owners();
    }

    @Override
    public List<TaskRow> held(Incarnation owner, TaskState state, int most) {
        return recovery.held(owner, state, most);
    }

    @Override
    public List<TaskRow> unsent(Instant sentBefore, int most) {
        return recovery.unsent(sentBefore, most);
    }

    @Override
    public List<TaskRow> settle(Incarnation by, int most) {
        return recovery.settle(by, most);
    }

    @Override
    public int purge(Instant endedBefore, int most) {
        return recovery.purge(endedBefore, most);
    }
}
