package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.RowSteps;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.TaskColumns.Column;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Inserts firings into the ledger: heads first, then the children of the heads that were won, each time reading back
 * by the token who won. A duplicate key does nothing and is no error.
 */
final class ClaimWriter {
    private static final KeyedQueries.Kind WON =
            (ids, dsl) -> dsl.select(TASK.ID).from(TASK).where(TASK.ID.in(ids)).and(TASK.TOKEN.eq(""));

    /** All but the token, which is the same in each row. */
    private static final List<Column> COLUMNS = Stream.of(
                    TaskColumns.TERMS.stream(),
                    TaskColumns.STANDING.stream(),
                    Stream.of(Column.of(TASK.CANCEL_WANTED, row -> false)))
            .flatMap(columns -> columns)
            .toList();

    private final DSLContext dsl;
    private final Sql sql;
    private final WriteToken token;
    private final Instant now;

    ClaimWriter(DSLContext dsl, Sql sql, WriteToken token, Instant now) {
        this.dsl = dsl;
        this.sql = sql;
        this.token = token;
        this.now = now;
    }

    /** @return the rows of the firings that were won, by firing */
    Map<FiringId, List<TaskRow>> insert(Collection<Claim> claims) {
        Map<FiringId, List<TaskRow>> entered = new LinkedHashMap<>();
        for (Claim claim : claims) {
            entered.putIfAbsent(
                    claim.firing(),
                    claim.rows().stream().map(row -> RowSteps.entered(row, now)).toList());
        }
        makeExclusives(entered.values());
        Set<String> heads =
                won(entered.values().stream().map(rows -> rows.get(0)).toList());
        entered.values().removeIf(rows -> !heads.contains(rows.get(0).id().toString()));
        List<TaskRow> others =
                entered.values().stream().flatMap(rows -> rows.stream().skip(1)).toList();
        Set<String> children = won(others);
        Map<FiringId, List<TaskRow>> whole = new HashMap<>(entered);
        entered.forEach((firing, rows) -> {
            if (rows.stream()
                    .skip(1)
                    .anyMatch(row -> !children.contains(row.id().toString()))) {
                takeBack(rows);
                whole.remove(firing);
            }
        });
        return whole;
    }

    private void makeExclusives(Collection<List<TaskRow>> firings) {
        Set<JobKey> jobs = firings.stream()
                .map(rows -> rows.get(0))
                .filter(TaskRow::exclusive)
                .map(TaskRow::job)
                .collect(Collectors.toSet());
        LockedExclusives.make(dsl, sql, jobs);
    }

    private Set<String> won(List<TaskRow> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        Map<String, TaskRow> sorted = new TreeMap<>();
        rows.forEach(row -> sorted.put(row.id().toString(), row));
        insertAll(sorted);
        Set<String> won = new HashSet<>();
        for (List<String> chunk : Sql.chunks(List.copyOf(sorted.keySet()))) {
            won.addAll(sql.keyed().fetch(dsl, WON, chunk, List.of(token.text()), ClaimWriter::ids));
        }
        return won;
    }

    private static List<String> ids(ResultSet rows) throws SQLException {
        List<String> ids = new ArrayList<>();
        while (rows.next()) {
            ids.add(rows.getString(1));
        }
        return ids;
    }

    /** One statement text for all rows, which the driver joins into few. */
    private void insertAll(Map<String, TaskRow> rows) {
        List<Field<?>> columns = new ArrayList<>();
        COLUMNS.forEach(column -> columns.add(column.field()));
        columns.add(TASK.TOKEN);
        String text = sql.inserting(dsl)
                .insertInto(TASK)
                .columns(columns)
                .values(new Object[columns.size()])
                .onDuplicateKeyUpdate()
                .set(TASK.ID, TASK.ID)
                .getSQL();
        dsl.connection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(text)) {
                for (TaskRow row : rows.values()) {
                    int position = 1;
                    for (Column column : COLUMNS) {
                        insert.setObject(position++, column.value().apply(row));
                    }
                    insert.setObject(position, token.text());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** A child is there already though its parent was not: the firing is another's. */
    private void takeBack(List<TaskRow> rows) {
        List<String> ids = rows.stream().map(TaskRow::id).map(TaskId::toString).toList();
        Sql.chunks(ids)
                .forEach(chunk -> dsl.deleteFrom(TASK)
                        .where(TASK.ID.in(chunk))
                        .and(TASK.TOKEN.eq(token.text()))
                        .execute());
    }
}
