package io.baton.memory;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.ClaimRule;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.Watermarks;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The watermarks of a {@link MemoryDatabase}. */
final class MemoryWatermarks implements Watermarks {
    private final MemoryTables tables;

    MemoryWatermarks(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public Map<JobKey, Instant> read(List<JobKey> jobs) {
        synchronized (tables) {
            Map<JobKey, Instant> read = new TreeMap<>();
            jobs.forEach(job -> read.put(job, tables.watermarks.getOrDefault(job, Instant.EPOCH)));
            return Collections.unmodifiableMap(read);
        }
    }

    @Override
    public Set<TaskId> missing(List<TaskId> tasks) {
        synchronized (tables) {
            return MemoryOrder.kept(tasks.stream().filter(task -> !tables.tasks.holds(task)));
        }
    }

    @Override
    public List<List<TaskRow>> sweep(List<Step> steps, WriteToken token) {
        synchronized (tables) {
            return steps.stream().map(this::sweep).toList();
        }
    }

    private List<TaskRow> sweep(Step step) {
        Instant current = tables.watermarks.getOrDefault(step.job(), Instant.EPOCH);
        if (!current.equals(step.expected())) {
            return List.of();
        }
        if (step.to().isBefore(current)) {
            throw new IllegalArgumentException(
                    "the watermark of " + step.job() + " cannot go back from " + current + " to " + step.to());
        }
        Instant now = tables.now();
        if (step.claims().stream().anyMatch(claim -> !admitted(claim, now))) {
            return List.of();
        }
        tables.watermarks.put(step.job(), step.to());
        List<TaskRow> inserted = new ArrayList<>();
        for (Claim claim : step.claims()) {
            if (claim.rows().stream().noneMatch(row -> tables.tasks.holds(row.id()))) {
                claim.rows().forEach(row -> inserted.add(tables.tasks.put(RowSteps.entered(row, now))));
            }
        }
        return List.copyOf(inserted);
    }

    /** A step that was planned by a definition that has changed since does nothing: the next sweep plans it anew. */
    private boolean admitted(Claim claim, Instant now) {
        TaskRow head = claim.rows().get(0);
        return ClaimRule.decide(head, now, tables.jobs.state(head.job())) == ClaimRule.Verdict.ADMITTED;
    }
}
