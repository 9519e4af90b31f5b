package io.baton.memory;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.RecoveryRule;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskRow.Turn;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Recovery over the tables of a {@link MemoryDatabase}. */
final class MemoryLedgerRecovery implements LedgerRecovery {
    private static final Comparator<TaskRow> OLDEST_DUE = Comparator.comparing(
                    (TaskRow row) -> row.standing().times().dueAt())
            .thenComparing(TaskRow::id);

    private final MemoryTables tables;

    MemoryLedgerRecovery(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public Instant now() {
        return tables.now();
    }

    @Override
    public List<Incarnation> owners() {
        synchronized (tables) {
            return tables.tasks.open(r -> r.state() == TaskState.QUEUED || r.state() == TaskState.RUNNING).stream()
                    .flatMap(r -> r.standing().owner().stream())
                    .distinct()
                    .sorted(MemoryOrder.OF_INCARNATIONS)
                    .toList();
        }
    }

    @Override
    public List<TaskRow> held(Incarnation owner, TaskState state, int most) {
        int limit = Limits.most(most);
        synchronized (tables) {
            return tables
                    .tasks
                    .open(r -> r.state() == state && r.standing().owner().equals(Optional.of(owner)))
                    .stream()
                    .sorted(OLDEST_DUE)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<TaskRow> unsent(Instant sentBefore, int most) {
        int limit = Limits.most(most);
        synchronized (tables) {
            Instant now = tables.now();
            return tables
                    .tasks
                    .open(r -> r.state() == TaskState.QUEUED
                            && isUnsent(r.standing().times(), now, sentBefore))
                    .stream()
                    .sorted(OLDEST_DUE)
                    .limit(limit)
                    .toList();
        }
    }

    private static boolean isUnsent(TaskRow.Times times, Instant now, Instant sentBefore) {
        return !times.dueAt().isAfter(now)
                && times.sentAt().map(sent -> sent.isBefore(sentBefore)).orElse(true);
    }

    @Override
    public List<TaskRow> recover(List<Lost> lost, Incarnation by, Reason why) {
        synchronized (tables) {
            List<TaskRow> queued = new ArrayList<>();
            for (Lost one : lost) {
                tables.tasks
                        .find(one.task())
                        .filter(row -> row.state() == TaskState.RUNNING && row.fence() == one.fence())
                        .ifPresent(row -> queued.addAll(recover(row, by, why)));
            }
            return List.copyOf(queued);
        }
    }

    private List<TaskRow> recover(TaskRow row, Incarnation by, Reason why) {
        Instant now = tables.now();
        Optional<Ending> end = RecoveryRule.decide(row, why);
        if (end.isPresent()) {
            TaskRow ended = tables.tasks.put(RowSteps.ended(row, end.get(), now));
            return tables.exclusives.afterEndOf(ended, new ExclusiveTable.Release(by, now, Optional.empty()));
        }
        tables.tasks.keep(row.id(), RowSteps.attempt(row, Ending.of(Outcome.LOST, why), now));
        Turn turn = new Turn(row.attempt() + 1, row.standing().turn().recoveries() + 1);
        return List.of(tables.tasks.put(
                RowSteps.again(row, by, turn, row.standing().times().dueAt())));
    }

    @Override
    public List<TaskRow> settle(Incarnation by, int most) {
        int limit = Limits.most(most);
        synchronized (tables) {
            Instant now = tables.now();
            tables.tasks.open(r -> r.state() == TaskState.SPREAD).stream()
                    .filter(parent -> children(parent).stream().allMatch(c -> c.state() == TaskState.DONE))
                    .limit(limit)
                    .forEach(parent -> tables.tasks.put(RowSteps.ended(parent, sum(parent), now)));
            return promoteWaiters(new ExclusiveTable.Release(by, now, Optional.of(now)), limit);
        }
    }

    private List<TaskRow> promoteWaiters(ExclusiveTable.Release release, int most) {
        Set<JobKey> jobs = new TreeSet<>();
        tables.tasks.open(r -> r.state() == TaskState.WAITING).forEach(r -> jobs.add(r.job()));
        List<TaskRow> promoted = new ArrayList<>();
        for (JobKey job : jobs) {
            if (promoted.size() < most) {
                promoted.addAll(tables.exclusives.promote(job, release));
            }
        }
        return List.copyOf(promoted);
    }

    private List<TaskRow> children(TaskRow parent) {
        List<TaskRow> children = new ArrayList<>();
        for (int n = 0; n < parent.terms().parts(); n++) {
            tables.tasks.find(TaskId.shard(parent.id().firing(), n)).ifPresent(children::add);
        }
        return children;
    }

    private Ending sum(TaskRow parent) {
        boolean all = children(parent).stream()
                .allMatch(c -> c.story()
                        .end()
                        .filter(e -> e.outcome() == Outcome.SUCCEEDED)
                        .isPresent());
        return Ending.of(all ? Outcome.SUCCEEDED : Outcome.FAILED);
    }

    @Override
    public int purge(Instant endedBefore, int most) {
        synchronized (tables) {
            List<TaskId> gone = tables.tasks
                    .ended()
                    .filter(row -> row.story()
                            .finishedAt()
                            .map(f -> f.isBefore(endedBefore))
                            .orElse(false))
                    .filter(this::sweptOver)
                    .map(TaskRow::id)
                    .limit(most)
                    .toList();
            gone.forEach(tables.tasks::delete);
            gone.forEach(tables.office::forget);
            return gone.size();
        }
    }

    /** Whether no later sweep looks at the row's due time again, and no open parent at the row. */
    private boolean sweptOver(TaskRow row) {
        if (tables.tasks
                .find(TaskId.of(row.id().firing()))
                .filter(parent -> parent.state() != TaskState.DONE)
                .isPresent()) {
            return false;
        }
        Instant seen = tables.watermarks.getOrDefault(row.job(), Instant.EPOCH);
        return row.id().firing().byHand()
                || tables.jobs.find(row.job()).isEmpty()
                || !row.terms().scheduledAt().isAfter(seen);
    }
}
