package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** How Baton speaks to one database: its dialect, its clock, and how much it says at once. */
final class Sql {
    /** 500 values a statement: enough to make its cost small beside theirs, few enough for every server's limits. */
    private static final int CHUNK = 500;

    private final Vendor vendor;
    private final Supplier<Duration> ahead;
    private final KeyedQueries keyed = new KeyedQueries();
    private final KeyedQueries.Kind jobStates;
    private final Settings settings = new Settings()
            .withRenderSchema(false)
            .withExecuteLogging(false)
            .withInListPadding(true)
            .withReturnIdentityOnUpdatableRecord(false);

    /** @param ahead what is added to the database's clock: nothing, but for tests */
    Sql(Vendor vendor, Supplier<Duration> ahead) {
        this.vendor = vendor;
        this.ahead = ahead;
        this.jobStates = JobStates.query(nowField());
    }

    Vendor vendor() {
        return vendor;
    }

    KeyedQueries keyed() {
        return keyed;
    }

    DSLContext on(Connection connection) {
        return DSL.using(connection, vendor.dialect(), settings);
    }

    /** The same connection for statements that insert and do nothing on a duplicate key. */
    DSLContext inserting(DSLContext dsl) {
        SQLDialect dialect = vendor.insertDialect();
        return dialect == vendor.dialect() ? dsl : DSL.using(dsl.configuration().derive(dialect));
    }

    /** Writes statements of the common kinds, for nobody. */
    static void warmUp() {
        DSLContext dsl = DSL.using(Vendor.H2.dialect());
        dsl.selectFrom(TASK)
                .where(TASK.ID.in("", " "))
                .and(TASK.DUE_AT.le(0L))
                .orderBy(TASK.ID)
                .limit(1)
                .forUpdate()
                .getSQL();
        dsl.insertInto(TASK).set(TASK.ID, "").onDuplicateKeyIgnore().getSQL();
        dsl.update(TASK).set(TASK.DUE_AT, 0L).where(TASK.ID.eq("")).getSQL();
        dsl.deleteFrom(TASK).where(TASK.ID.eq("")).getSQL();
    }

    KeyedQueries.Kind jobStates() {
        return jobStates;
    }

    /** To be selected beside something else; see {@link #instant}. */
    Field<Long> nowField() {
        return vendor.now().as("store_now");
    }

    /** The store's now from what {@link #nowField} brought. */
    Instant instant(long nowMillis) {
        return Instant.ofEpochMilli(nowMillis).plusMillis(ahead.get().toMillis());
    }

    Instant now(DSLContext dsl) {
        return instant(dsl.select(nowField()).fetchSingle().value1());
    }

    /** The list in pieces of at most {@value #CHUNK}. */
    static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
