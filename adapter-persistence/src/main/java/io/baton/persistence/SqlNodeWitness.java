package io.baton.persistence;

import static io.baton.persistence.schema.Tables.NODE;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.NodeWitness;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.NodeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The witness in SQL: a row a node, and a presence beside it. */
final class SqlNodeWitness implements NodeWitness {
    private final Transactions transactions;
    private final Presence presence;

    SqlNodeWitness(Transactions transactions, Presence presence) {
        this.transactions = transactions;
        this.presence = presence;
    }

    @Override
    public Optional<Incarnation> enrol(Incarnation who, Duration timeout) {
        Optional<Incarnation> holder = transactions.write(purpose("enrol " + who), dsl -> enrol(dsl, who, timeout));
        if (holder.isEmpty()) {
            presence.hold(who);
        }
        return holder;
    }

    private Optional<Incarnation> enrol(DSLContext dsl, Incarnation who, Duration timeout) {
        Instant now = transactions.sql().now(dsl);
        transactions
                .sql()
                .inserting(dsl)
                .insertInto(NODE)
                .set(NODE.ID, who.node().text())
                .set(NODE.INCARNATION, who.number())
                .set(NODE.LAST_SEEN, now.toEpochMilli())
                .onDuplicateKeyUpdate()
                .set(NODE.ID, NODE.ID)
                .execute();
        NodeRecord row = dsl.selectFrom(NODE)
                .where(NODE.ID.eq(who.node().text()))
                .forUpdate()
                .fetchSingle();
        Incarnation holder = who(row);
        boolean fresh = Instant.ofEpochMilli(row.getLastSeen()).plus(timeout).isAfter(now);
        if (!holder.equals(who) && !presence.othersAreGone() && (fresh || isPresent(dsl, holder))) {
            return Optional.of(holder);
        }
        dsl.update(NODE)
                .set(NODE.INCARNATION, who.number())
                .set(NODE.LAST_SEEN, now.toEpochMilli())
                .where(NODE.ID.eq(who.node().text()))
                .execute();
        return Optional.empty();
    }

    private boolean isPresent(DSLContext dsl, Incarnation who) {
        Field<Boolean> present = presence.of(DSL.val(who.node().text()), DSL.val(who.number()));
        return Boolean.TRUE.equals(dsl.select(present).fetchSingle().value1());
    }

    @Override
    public Seen seen(Incarnation who) {
        Optional<Instant> seen = transactions.write(purpose("seen " + who), dsl -> {
            Instant now = transactions.sql().now(dsl);
            int known = dsl.update(NODE)
                    .set(NODE.LAST_SEEN, now.toEpochMilli())
                    .where(NODE.ID.eq(who.node().text()))
                    .and(NODE.INCARNATION.eq(who.number()))
                    .execute();
            return known > 0 ? Optional.of(now) : Optional.empty();
        });
        if (seen.isEmpty()) {
            presence.release(who);
            return new Seen(transactions.read(purpose("now"), transactions.sql()::now), false);
        }
        return new Seen(seen.get(), presence.hold(who));
    }

    @Override
    public Sightings sightings() {
        return transactions.read(purpose("sightings"), dsl -> {
            List<Sighting> all = new ArrayList<>();
            var found = dsl.select(
                            NODE.ID,
                            NODE.INCARNATION,
                            NODE.LAST_SEEN,
                            presence.of(NODE.ID, NODE.INCARNATION),
                            transactions.sql().nowField())
                    .from(NODE)
                    .orderBy(NODE.ID)
                    .fetch();
            found.forEach(node -> all.add(new Sighting(
                    new Incarnation(new NodeId(node.value1()), node.value2()),
                    Instant.ofEpochMilli(node.value3()),
                    Boolean.TRUE.equals(node.value4()))));
            Instant now = found.isEmpty()
                    ? transactions.sql().now(dsl)
                    : transactions.sql().instant(found.get(0).value5());
            return new Sightings(now, all);
        });
    }

    @Override
    public void retire(Incarnation who) {
        transactions.write(
                purpose("retire " + who),
                dsl -> dsl.deleteFrom(NODE)
                        .where(NODE.ID.eq(who.node().text()))
                        .and(NODE.INCARNATION.eq(who.number()))
                        .execute());
        presence.release(who);
    }

    private static Incarnation who(NodeRecord row) {
        return new Incarnation(new NodeId(row.getId()), row.getIncarnation());
    }

    private static Purpose purpose(String operation) {
        return new Purpose("NodeWitness", operation);
    }
}
