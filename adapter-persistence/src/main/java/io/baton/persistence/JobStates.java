package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;
import static io.baton.persistence.schema.Tables.JOB_EXCLUSIVE;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.JobState;
import io.baton.domain.task.TaskRow;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

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
        Found found = new Found(sql, new HashMap<>(), new HashSet<>(names));
        Instant now = Instant.EPOCH;
        List<List<String>> chunks = names.isEmpty() ? List.of(List.of("")) : Sql.chunks(names);
        for (List<String> chunk : chunks) {
            now = sql.keyed().fetch(dsl, sql.jobStates(), chunk, List.of(), found::read);
        }
        return new JobStates(now, found.states(), found.exclusives());
    }

    /** The clock, and what a claim and a start ask of a job; a row even if there is no such job. */
    static KeyedQueries.Kind query(Field<Long> clock) {
        return (names, dsl) -> dsl.select(
                        clock,
                        JOB.NAME,
                        JOB.VERSION,
                        JOB.EFFECTIVE_FROM,
                        JOB.ENABLED,
                        JOB.DELETED,
                        JOB_EXCLUSIVE.JOB_NAME)
                .from(DSL.selectOne().asTable("one"))
                .leftJoin(JOB)
                .on(JOB.NAME.in(names))
                .leftJoin(JOB_EXCLUSIVE)
                .on(JOB_EXCLUSIVE.JOB_NAME.eq(JOB.NAME));
    }

    private record Found(Sql sql, Map<String, JobState> states, Set<String> exclusives) {
        /** @return the store's now */
        Instant read(ResultSet rows) throws SQLException {
            Instant now = Instant.EPOCH;
            while (rows.next()) {
                now = sql.instant(rows.getLong(1));
                @Nullable String name = rows.getString(2);
                if (name != null) {
                    states.put(name, state(rows));
                    if (rows.getString(7) == null) {
                        exclusives.remove(name);
                    }
                }
            }
            return now;
        }
    }

    Optional<JobState> of(TaskRow row) {
        return Optional.ofNullable(states.get(row.job().toString()));
    }

    static Set<JobKey> jobs(Collection<TaskRow> rows) {
        return rows.stream().map(TaskRow::job).collect(Collectors.toSet());
    }

    /** A row that a user inserted and nobody has read yet has no effective-from: it is in force at every due time. */
    private static JobState state(ResultSet rows) throws SQLException {
        long effective = rows.getLong(4);
        boolean read = !rows.wasNull();
        return new JobState(
                rows.getLong(3),
                read ? Instant.ofEpochMilli(effective) : Instant.EPOCH,
                rows.getBoolean(5),
                rows.getBoolean(6));
    }
}
