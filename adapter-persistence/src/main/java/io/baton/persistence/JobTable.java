package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;
import static io.baton.persistence.schema.Tables.JOB_VERSION;

import io.baton.persistence.schema.tables.records.JobRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The job table within one transaction: every change raises the version and appends to its history. */
final class JobTable {
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
                .set(JOB.VERSION, latest(name) + 1)
                .set(JOB.EFFECTIVE_FROM, now.toEpochMilli())
                .set(JOB.UPDATED_AT, now.toEpochMilli())
                .set(JOB.DIGEST, JobColumns.digest(values))
                .execute();
        remember(name);
    }

    /** Changes a row that is locked. */
    void change(JobRecord row, Map<Field<?>, @Nullable Object> values, boolean deleted) {
        write(row, values, deleted, Math.max(row.getVersion(), latest(row.getName())) + 1);
    }

    /**
     * Takes over what a user wrote by SQL: as a new version, unless the user raised it.
     *
     * @return whether the row is a job; if not, it stays as it is
     */
    boolean adopt(JobRecord row) {
        Map<Field<?>, @Nullable Object> values = JobReading.values(row);
        if (row.getEveryMs() != null && row.getAnchor() == null) {
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
            return false;
        }
        long latest = latest(row.getName());
        write(row, values, false, row.getVersion() > latest ? row.getVersion() : latest + 1);
        return true;
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

    private void write(JobRecord row, Map<Field<?>, @Nullable Object> values, boolean deleted, long version) {
        dsl.update(JOB)
                .set(values)
                .set(JOB.DELETED, deleted)
                .set(JOB.VERSION, version)
                .set(JOB.EFFECTIVE_FROM, now.toEpochMilli())
                .set(JOB.UPDATED_AT, now.toEpochMilli())
                .set(JOB.DIGEST, JobColumns.digest(values))
                .where(JOB.NAME.eq(row.getName()))
                .and(JOB.VERSION.eq(row.getVersion()))
                .execute();
        remember(row.getName());
    }

    /** The highest version that ever was, also of a row that a user deleted by SQL. */
    private long latest(String name) {
        Long latest = dsl.select(DSL.max(JOB_VERSION.VERSION))
                .from(JOB_VERSION)
                .where(JOB_VERSION.NAME.eq(name))
                .fetchSingle()
                .value1();
        return latest == null ? 0 : latest;
    }

    private void remember(String name) {
        List<Field<?>> columns =
                Arrays.stream(JOB.fields()).<Field<?>>map(f -> f).toList();
        List<Field<?>> history = columns.stream()
                .<Field<?>>map(column -> JOB_VERSION.field(column.getName()))
                .toList();
        dsl.insertInto(JOB_VERSION)
                .columns(history)
                .select(DSL.select(columns).from(JOB).where(JOB.NAME.eq(name)))
                .execute();
    }
}
