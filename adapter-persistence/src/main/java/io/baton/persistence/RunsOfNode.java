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

    /**
     * 60 s: a run may start before its scheduled time by as much as a clock was ahead when it was claimed, a second for due times
     * and the jump of a clock between two heartbeats for requests.
     */
    private static final long SLACK = 60_000;

    private static final List<String> STATES =
            Stream.of(TaskState.values()).map(Enum::name).toList();

    private RunsOfNode() {}

    static Condition among(DSLContext dsl, Vendor vendor, NodeId node) {
        Condition owned = ownedBy(node);
        Condition indexed = TASK.STATE.in(STATES).and(owned);
        List<String> ids =
                dsl.select(TASK.ID).from(TASK).where(indexed).limit(FEW + 1).fetch(TASK.ID);
        if (ids.size() <= FEW) {
            return owned.and(TASK.ID.in(ids));
        }
        // H2 cannot leap through an index, and where it is used one node has most runs.
        return vendor == Vendor.H2 ? owned : owned.and(TASK.SCHEDULED_AT.le(newest(dsl, indexed) + SLACK));
    }

    /** By the instants from which runs might start, which the index has: one entry is read for each incarnation and state. */
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
                .orElse(Long.MAX_VALUE - SLACK);
    }

    /** Owners are {@code node/incarnation}; {@code 0} follows {@code /} in ASCII. */
    private static Condition ownedBy(NodeId node) {
        return TASK.OWNER.ge(node + "/").and(TASK.OWNER.lt(node + "0"));
    }
}
