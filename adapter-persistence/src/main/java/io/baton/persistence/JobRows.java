package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;

import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.JobRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * All rows of {@code job} that are not deleted, by name, a page after the other and each in a transaction of its own. A row
 * that is there throughout is met once.
 *
 * <p>Deleted rows are left out after they were read: asked to do it, a server may take another index than the name's, and
 * sort for every page.
 */
final class JobRows {
    /** 5,000 rows: some megabytes at once. */
    private static final int PAGE = 5_000;

    private final Transactions transactions;

    JobRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What shows that a row changed. @param seen whether Baton has seen it at all */
    record Stamp(String name, long version, boolean seen, boolean deleted) {}

    void whole(Consumer<List<JobRecord>> page) {
        pages(
                "all",
                (dsl, later) -> dsl.selectFrom(JOB)
                        .where(later)
                        .orderBy(JOB.NAME)
                        .limit(PAGE)
                        .fetch(),
                JobRecord::getName,
                rows -> page.accept(
                        rows.stream().filter(row -> !row.getDeleted()).toList()));
    }

    void stamps(Consumer<List<Stamp>> page) {
        pages(
                "stamps",
                (dsl, later) -> dsl.select(JOB.NAME, JOB.VERSION, JOB.EFFECTIVE_FROM, JOB.DELETED)
                        .from(JOB)
                        .where(later)
                        .orderBy(JOB.NAME)
                        .limit(PAGE)
                        .fetch(row -> new Stamp(row.value1(), row.value2(), row.value3() != null, row.value4())),
                Stamp::name,
                stamps -> page.accept(
                        stamps.stream().filter(stamp -> !stamp.deleted()).toList()));
    }

    private <R> void pages(
            String operation,
            BiFunction<DSLContext, Condition, List<R>> query,
            Function<R, String> name,
            Consumer<List<R>> page) {
        Optional<String> last = Optional.empty();
        int met = PAGE;
        while (met == PAGE) {
            Condition later = last.<Condition>map(JOB.NAME::gt).orElse(DSL.trueCondition());
            List<R> rows = transactions.read(new Purpose("JobRepository", operation), dsl -> query.apply(dsl, later));
            met = rows.size();
            if (met > 0) {
                last = Optional.of(name.apply(rows.get(met - 1)));
                page.accept(rows);
            }
        }
    }
}
