package io.baton.memory;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.Exclusive;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.ledger.StartRule.ExclusiveView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The exclusive rows of jobs that forbid overlap, and who waits for them. */
final class ExclusiveTable {
    private static final Comparator<TaskRow> OLDEST_FIRST = Comparator.comparing(
                    (TaskRow row) -> row.terms().scheduledAt())
            .thenComparing(row -> row.story().claimedAt())
            .thenComparing(TaskRow::id);

    private final TaskTable tasks;
    private final Map<JobKey, Exclusive> rows = new TreeMap<>();

    /** @param sentAt when the messages of promoted tasks are sent; empty if the caller cannot send any */
    record Release(Incarnation by, Instant now, Optional<Instant> sentAt) {}

    ExclusiveTable(TaskTable tasks) {
        this.tasks = tasks;
    }

    ExclusiveView view(TaskRow row) {
        boolean otherWaits = waiters(row.job()).stream()
                .anyMatch(w -> !w.id().firing().equals(row.id().firing()));
        return new ExclusiveView(find(row.job()), otherWaits);
    }

    Exclusive find(JobKey job) {
        return rows.getOrDefault(job, Exclusive.FREE);
    }

    /** Makes the task's firing the holder, and queues those of its tasks that wait: they would wait for themselves. */
    void take(TaskRow row, Release release) {
        FiringId firing = row.id().firing();
        int open = tasks.open(r -> r.id().firing().equals(firing) && r.state() != TaskState.SPREAD)
                .size();
        rows.put(row.job(), find(row.job()).takenBy(firing, open, row.terms().scheduledAt()));
        giveBack(firing, release);
    }

    /** Counts the end of a task. @return what is promoted by it, if that was the holder's last */
    List<TaskRow> afterEndOf(TaskRow ended, Release release) {
        Exclusive before = find(ended.job());
        Exclusive after = before.afterEndOf(ended.id().firing());
        if (!ended.exclusive() || after.equals(before)) {
            return List.of();
        }
        rows.put(ended.job(), after);
        return promote(ended.job(), release);
    }

    /** Queues the tasks of the oldest waiting firing, if the row is free; those that are too old end on the way. */
    List<TaskRow> promote(JobKey job, Release release) {
        Exclusive exclusive = find(job);
        if (exclusive.holder().isPresent()) {
            return List.of();
        }
        for (TaskRow oldest : waiters(job)) {
            if (oldest.attempt() > 1 || !oldest.terms().scheduledAt().isBefore(exclusive.lastStarted())) {
                return giveBack(oldest.id().firing(), release);
            }
            supersede(oldest, release.now());
        }
        return List.of();
    }

    private List<TaskRow> giveBack(FiringId firing, Release release) {
        return waiters(firing.job()).stream()
                .filter(w -> w.id().firing().equals(firing))
                .map(w -> tasks.put(RowSteps.given(w, tasks.home(w.id()).orElse(release.by()), release.sentAt())))
                .toList();
    }

    /** Ends the waiting firings that are not younger than the one that replaces them. */
    void supersedeBefore(TaskRow replacing, Instant now) {
        waiters(replacing.job()).stream()
                .filter(w -> !w.id().firing().equals(replacing.id().firing()))
                .filter(w -> !w.terms().scheduledAt().isAfter(replacing.terms().scheduledAt()))
                .forEach(w -> supersede(w, now));
    }

    private void supersede(TaskRow waiter, Instant now) {
        tasks.put(RowSteps.ended(waiter, Ending.of(Outcome.SKIPPED, Reason.SUPERSEDED), now));
    }

    private List<TaskRow> waiters(JobKey job) {
        return tasks.open(r -> r.state() == TaskState.WAITING && r.job().equals(job)).stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }
}
