package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;
import static io.baton.persistence.schema.Tables.JOB_VERSION;

import io.baton.persistence.schema.tables.JobVersion;
import io.baton.persistence.schema.tables.records.JobRecord;
import io.baton.persistence.schema.tables.records.JobVersionRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The job table within one transaction: every change raises the version and appends to its history. */
final class JobTable {
    /** 20 min: every node looks at all jobs within 15, however many there are, and the look takes its time. */
    private static final Duration UNSEEN = Duration.ofMinutes(20);

    private final DSLContext dsl;
    private final Instant now;
    private final ZoneId zone;

    /** @param zone of cron rows that name none */
    JobTable(DSLContext dsl, Instant now, ZoneId zone) {
        this.dsl = dsl;
        this.now = now;
        this.zone = zone;
    }

    /** The row, deleted or not, locked. */
    Optional<JobRecord> lock(String name) {
        return dsl.selectFrom(JOB).where(JOB.NAME.eq(name)).forUpdate().fetchOptional();
    }

    /** The row, deleted or not. */
    Optional<JobRecord> find(String name) {
        return dsl.selectFrom(JOB).where(JOB.NAME.eq(name)).fetchOptional();
    }

    void insert(String name, Map<Field<?>, @Nullable Object> values) {
        dsl.insertInto(JOB)
                .set(JOB.NAME, name)
                .set(values)
                .set(JOB.DELETED, false)
                .set(JOB.VERSION, latest(List.of(name)).getOrDefault(name, 0L) + 1)
                .set(JOB.EFFECTIVE_FROM, now.toEpochMilli())
                .set(JOB.UPDATED_AT, now.toEpochMilli())
                .set(JOB.DIGEST, JobColumns.digest(values))
                .execute();
        remember(List.of(name));
    }

    /**
     * A change to a row that is locked.
     *
     * @param raise whether the version is to be another even if the row's is newer than all that are remembered
     */
    private record Change(JobRecord row, Map<Field<?>, @Nullable Object> values, boolean deleted, boolean raise) {
        String name() {
            return row.getName();
        }

        long version(long latest) {
            return row.getVersion() > latest && !raise ? row.getVersion() : Math.max(row.getVersion(), latest) + 1;
        }
    }

    /** Changes a row that is locked. */
    void change(JobRecord row, Map<Field<?>, @Nullable Object> values, boolean deleted) {
        write(List.of(new Change(row, values, deleted, true)));
    }

    /**
     * Takes over what a user wrote by SQL: as a new version, unless the user raised it.
     *
     * @param names sorted
     * @return the rows as they are then, locked; a row that is no job stays as it is, a deleted one is left out
     */
    List<JobRecord> adopt(List<String> names) {
        List<JobRecord> rows = dsl.selectFrom(JOB)
                .where(JOB.NAME.in(names))
                .and(JOB.DELETED.isFalse())
                .orderBy(JOB.NAME)
                .forUpdate()
                .fetch();
        List<JobRecord> strange = rows.stream().filter(JobTable::strange).toList();
        Map<String, JobVersionRecord> before =
                before(strange.stream().map(JobRecord::getName).toList());
        List<Change> changes = strange.stream()
                .flatMap(row -> adoption(row, Optional.ofNullable(before.get(row.getName()))).stream())
                .toList();
        if (changes.isEmpty()) {
            return rows;
        }
        write(changes);
        return dsl.selectFrom(JOB)
                .where(JOB.NAME.in(names))
                .and(JOB.DELETED.isFalse())
                .fetch();
    }

    /** The newest versions that are remembered. */
    private Map<String, JobVersionRecord> before(List<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        JobVersion newer = JOB_VERSION.as("newer");
        return dsl.selectFrom(JOB_VERSION)
                .where(JOB_VERSION.NAME.in(names))
                .andNotExists(DSL.selectOne()
                        .from(newer)
                        .where(newer.NAME.eq(JOB_VERSION.NAME))
                        .and(newer.VERSION.gt(JOB_VERSION.VERSION)))
                .fetchMap(JOB_VERSION.NAME);
    }

    /** What the row is to be; empty if it is no job. @param before the last version of it that Baton saw */
    private Optional<Change> adoption(JobRecord row, Optional<JobVersionRecord> before) {
        Map<Field<?>, @Nullable Object> values = JobReading.values(row);
        if (row.getEveryMs() != null && (row.getAnchor() == null || otherInterval(row, before))) {
            values.put(JOB.ANCHOR, now.toEpochMilli());
        }
        if (row.getCron() != null && row.getZone() == null) {
            values.put(JOB.ZONE, zone.getId());
        }
        JobRecord whole = row.copy();
        values.forEach((column, value) -> set(whole, column, value));
        whole.setName(row.getName());
        try {
            JobReading.job(whole);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new Change(row, values, false, false));
    }

    /** Whether the interval is another and its anchor was left as it was: a new interval begins at the edit. */
    private static boolean otherInterval(JobRecord row, Optional<JobVersionRecord> before) {
        return before.filter(old -> !Objects.equals(old.getEveryMs(), row.getEveryMs()))
                .filter(old -> Objects.equals(old.getAnchor(), row.getAnchor()))
                .isPresent();
    }

    @SuppressWarnings("unchecked") // the value came from that column, or is of its type
    private static <T> void set(JobRecord row, Field<T> column, @Nullable Object value) {
        row.set(column, (T) value);
    }

    /** Whether a user has inserted or changed the row since Baton saw it. */
    static boolean strange(JobRecord row) {
        return row.getEffectiveFrom() == null
                || !JobColumns.digest(JobReading.values(row)).equals(row.getDigest());
    }

    private void write(List<Change> changes) {
        List<String> names = changes.stream().map(Change::name).toList();
        Map<String, Long> latest = latest(names);
        changes.forEach(change -> {
            Instant from = change.row().getEffectiveFrom() == null ? seenFrom(change.row()) : now;
            update(change, change.version(latest.getOrDefault(change.name(), 0L)), from);
        });
        remember(names);
    }

    /**
     * From when on a row that a user inserted is in force. A single due time may pass before any node looks, which of many jobs takes
     * {@link #UNSEEN}: it counts as seen in time, and the misfire policy says what becomes of it.
     */
    private Instant seenFrom(JobRecord row) {
        if (row.getOnceAt() == null) {
            return now;
        }
        Instant once = Instant.ofEpochMilli(row.getOnceAt());
        return once.isBefore(now) && once.isAfter(now.minus(UNSEEN)) ? once : now;
    }

    private void update(Change change, long version, Instant from) {
        dsl.update(JOB)
                .set(change.values())
                .set(JOB.DELETED, change.deleted())
                .set(JOB.VERSION, version)
                .set(JOB.EFFECTIVE_FROM, from.toEpochMilli())
                .set(JOB.UPDATED_AT, now.toEpochMilli())
                .set(JOB.DIGEST, JobColumns.digest(change.values()))
                .where(JOB.NAME.eq(change.name()))
                .and(JOB.VERSION.eq(change.row().getVersion()))
                .execute();
    }

    /** The highest versions that ever were, also of rows that a user deleted by SQL. */
    private Map<String, Long> latest(List<String> names) {
        return dsl.select(JOB_VERSION.NAME, DSL.max(JOB_VERSION.VERSION))
                .from(JOB_VERSION)
                .where(JOB_VERSION.NAME.in(names))
                .groupBy(JOB_VERSION.NAME)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private void remember(List<String> names) {
        List<Field<?>> columns =
                Arrays.stream(JOB.fields()).<Field<?>>map(f -> f).toList();
        List<Field<?>> history = columns.stream()
                .<Field<?>>map(column -> JOB_VERSION.field(column.getName()))
                .toList();
        dsl.insertInto(JOB_VERSION)
                .columns(history)
                .select(DSL.select(columns).from(JOB).where(JOB.NAME.in(names)))
                .execute();
    }
}
