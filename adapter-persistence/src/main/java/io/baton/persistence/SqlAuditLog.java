package io.baton.persistence;

import static io.baton.persistence.schema.Tables.AUDIT;

import io.baton.domain.access.AuditEntry;
import io.baton.domain.port.AuditLog;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.AuditRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;

/** The audit in SQL. */
final class SqlAuditLog implements AuditLog {
    private final Transactions transactions;

    SqlAuditLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.write(
                purpose("append " + entry.deed().action()),
                dsl -> dsl.insertInto(AUDIT)
                        .set(AUDIT.ID, entry.id())
                        .set(AUDIT.MADE_AT, entry.at().toEpochMilli())
                        .set(AUDIT.WHO, entry.actor().who())
                        .set(AUDIT.ORIGIN, entry.actor().from())
                        .set(AUDIT.ACTION, entry.deed().action())
                        .set(AUDIT.SUBJECT, entry.deed().subject())
                        .set(AUDIT.BEFORE_TEXT, entry.deed().before())
                        .set(AUDIT.AFTER_TEXT, entry.deed().after())
                        .execute());
    }

    @Override
    public List<AuditEntry> search(Query query) {
        List<Condition> which = conditions(query.filter());
        query.before().map(AUDIT.ID::lt).ifPresent(which::add);
        return transactions.read(
                purpose("search"),
                dsl -> dsl.selectFrom(AUDIT).where(which).orderBy(AUDIT.ID.desc()).limit(query.limit()).fetch().stream()
                        .map(SqlAuditLog::entry)
                        .toList());
    }

    private static List<Condition> conditions(Filter filter) {
        List<Condition> which = new ArrayList<>();
        filter.who().map(AUDIT.WHO::eq).ifPresent(which::add);
        filter.action()
                .map(action -> AUDIT.ACTION.eq(action).or(AUDIT.ACTION.startsWith(action + ".")))
                .ifPresent(which::add);
        filter.subject().map(AUDIT.SUBJECT::eq).ifPresent(which::add);
        return which;
    }

    private static AuditEntry entry(AuditRecord row) {
        return new AuditEntry(
                row.getId(),
                Instant.ofEpochMilli(row.getMadeAt()),
                new AuditEntry.Actor(row.getWho(), row.getOrigin()),
                new AuditEntry.Deed(row.getAction(), row.getSubject(), row.getBeforeText(), row.getAfterText()));
    }

    @Override
    public int purge(Instant madeBefore, int most) {
        return transactions.write(purpose("purge"), dsl -> {
            List<String> ids = dsl.select(AUDIT.ID)
                    .from(AUDIT)
                    .where(AUDIT.MADE_AT.lt(madeBefore.toEpochMilli()))
                    .orderBy(AUDIT.ID)
                    .limit(most)
                    .fetch(AUDIT.ID);
            Sql.chunks(ids)
                    .forEach(chunk ->
                            dsl.deleteFrom(AUDIT).where(AUDIT.ID.in(chunk)).execute());
            return ids.size();
        });
    }

    private static Purpose purpose(String operation) {
        return new Purpose("AuditLog", operation);
    }
}
