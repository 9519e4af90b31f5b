package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;
import static io.baton.persistence.schema.Tables.JOB_EXCLUSIVE;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.JobState;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The jobs of a batch as a transaction finds them, with the store's now: one statement for 500 jobs.
 *
 * @param now the store's
 * @param exclusives the jobs that have an exclusive row, or may have one
 */
record JobStates(Instant now, Map<String, JobState> states, Set<String> exclusives) {

    static JobStates read(DSLContext dsl, Sql sql, Collection<JobKey> jobs) {
        List<String> names =
                jobs.stream().map(JobKey::toString).distinct().sorted().toList();
        Map<String, JobState> states = new HashMap<>();
        Set<String> exclusives = new HashSet<>(names);
        Instant now = Instant.EPOCH;
        Field<Long> clock = sql.nowField();
        List<List<String>> chunks = names.isEmpty() ? List.of(List.of("")) : Sql.chunks(names);
        for (List<String> chunk : chunks) {
            var records = dsl.select(
                            clock,
                            JOB.NAME,
                            JOB.VERSION,
                            JOB.EFFECTIVE_FROM,
                            JOB.ENABLED,
                            JOB.DELETED,
                            JOB_EXCLUSIVE.JOB_NAME)
                    .from(DSL.selectOne().asTable("one"))
                    .leftJoin(JOB)
                    .on(JOB.NAME.in(chunk))
                    .leftJoin(JOB_EXCLUSIVE)
                    .on(JOB_EXCLUSIVE.JOB_NAME.eq(JOB.NAME))
                    .fetch();
            now = sql.instant(records.get(0).value1());
            records.stream().filter(r -> r.value2() != null).forEach(r -> {
                states.put(r.value2(), state(r));
                if (r.value7() == null) {
                    exclusives.remove(r.value2());
                }
            });
        }
        return new JobStates(now, states, exclusives);
    }

    Optional<JobState> of(TaskRow row) {
        return Optional.ofNullable(states.get(row.job().toString()));
    }

    static Set<JobKey> jobs(Collection<TaskRow> rows) {
        return rows.stream().map(TaskRow::job).collect(Collectors.toSet());
    }

    /** A row that a user inserted and nobody has read yet has no effective-from: it is in force at every due time. */
    private static JobState state(Record r) {
        Long effective = r.get(JOB.EFFECTIVE_FROM);
        return new JobState(
                r.get(JOB.VERSION),
                effective == null ? Instant.EPOCH : Instant.ofEpochMilli(effective),
                r.get(JOB.ENABLED),
                r.get(JOB.DELETED));
    }
}
