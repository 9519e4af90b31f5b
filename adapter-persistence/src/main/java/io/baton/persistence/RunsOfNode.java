package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;
import static org.jooq.impl.DSL.max;

import io.baton.domain.node.NodeId;
import io.baton.domain.task.TaskState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Where the ledger has the runs of one node. A search goes from the newest run to the oldest and has no index by node, so that
 * what a node did long ago would be sought through all that others did since. The index of states has the owners of ended runs
 * too, but not in the order of a search: it tells which runs they are, if they are few, and else where they begin.
 */
final class RunsOfNode {
    /** So few are read by their ids. */
    private static final int FEW = 500;

    private static final List<String> STATES =
            Stream.of(TaskState.values()).map(Enum::name).toList();

    private RunsOfNode() {}

    static Condition among(DSLContext dsl, NodeId node) {
        Condition owned = ownedBy(node);
        Condition indexed = TASK.STATE.in(STATES).and(owned);
        List<String> ids =
                dsl.select(TASK.ID).from(TASK).where(indexed).limit(FEW + 1).fetch(TASK.ID);
        if (ids.size() <= FEW) {
            return owned.and(TASK.ID.in(ids));
        }
        return owned.and(TASK.SCHEDULED_AT.le(newest(dsl, indexed)));
    }

    /** No task is due before its scheduled time. */
    private static long newest(DSLContext dsl, Condition indexed) {
        return dsl
                .select(max(TASK.DUE_AT))
                .from(TASK)
                .where(indexed)
                .groupBy(TASK.STATE, TASK.OWNER)
                .fetch(max(TASK.DUE_AT))
                .stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    /** Owners are {@code node/incarnation}; {@code 0} follows {@code /} in ASCII. */
    private static Condition ownedBy(NodeId node) {
        return TASK.OWNER.ge(node + "/").and(TASK.OWNER.lt(node + "0"));
    }
}
