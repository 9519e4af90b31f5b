package io.baton.memory;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** All state of a {@link MemoryDatabase}. Whoever touches any of it holds this object's monitor. */
final class MemoryTables {
    final TaskTable tasks;
    final JobTable jobs = new JobTable();
    final ExclusiveTable exclusives;
    final OfficeTables office = new OfficeTables();
    final Map<JobKey, Instant> watermarks = new TreeMap<>();
    final Map<String, String> marks = new TreeMap<>();
    final Map<Incarnation, Enrolled> enrolled = new TreeMap<>(MemoryOrder.OF_INCARNATIONS);

    private final Clock clock;

    /** @param link of the session that spoke for the incarnation last */
    record Enrolled(Instant lastSeen, MemoryLink link) {}

    MemoryTables(Clock clock, LedgerWatch watch) {
        this.clock = clock;
        this.tasks = new TaskTable(watch);
        this.exclusives = new ExclusiveTable(tasks);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
