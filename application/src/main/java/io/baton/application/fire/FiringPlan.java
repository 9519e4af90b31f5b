package io.baton.application.fire;

import io.baton.application.place.PlacementBoard;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.placement.PlacementRequest;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Turns a firing into the claim that enters it into the ledger: its tasks, each with its node. */
public final class FiringPlan {
    private final PlacementBoard board;
    private final FiringRows rows;
    private final Incarnation self;
    private final Supplier<Optional<Incarnation>> master;

    /** @param master who holds the master role */
    public FiringPlan(PlacementBoard board, FiringRows rows, Incarnation self, Supplier<Optional<Incarnation>> master) {
        this.board = board;
        this.rows = rows;
        this.self = self;
        this.master = master;
    }

    /**
     * @param reserveSlot reserves a slot of this node for a task that starts with its claim; a claim whose only row is
     *     RUNNING holds one
     */
    public Claim plan(Firing firing, BooleanSupplier reserveSlot) {
        return switch (firing.job().placement().spread()) {
            case ANY -> new Claim(List.of(single(firing, reserveSlot)));
            case MASTER -> new Claim(List.of(bound(firing, reserveSlot)));
            case SHARDS -> new Claim(shards(firing));
            case BROADCAST -> new Claim(broadcast(firing));
        };
    }

    /** Like {@link #plan}, but a task that may run anywhere stays on this node, which took the request, if it has room. */
    public Claim planHere(Firing firing, BooleanSupplier reserveSlot) {
        return firing.job().placement().spread() == Spread.ANY && board.takesHere(firing.wishes(false))
                ? new Claim(List.of(here(firing, TaskId.of(firing.id()), reserveSlot)))
                : plan(firing, reserveSlot);
    }

    /** Whether every node that the firing could go to has so many messages waiting already. */
    boolean overloaded(Firing firing) {
        Optional<Incarnation> only =
                firing.job().placement().spread() == Spread.MASTER ? master.get() : Optional.empty();
        return board.full(firing.wishes(false), only);
    }

    private TaskRow single(Firing firing, BooleanSupplier reserveSlot) {
        TaskId id = TaskId.of(firing.id());
        return board.place(firing.wishes(false))
                .fold(
                        here -> here(firing, id, reserveSlot),
                        queued -> rows.queued(firing, id, 1, self),
                        sent -> rows.queued(firing, id, 1, sent.to()),
                        nowhere -> rows.ended(firing, id, Ending.of(Outcome.DEAD, Reason.NO_TARGET)));
    }

    private TaskRow bound(Firing firing, BooleanSupplier reserveSlot) {
        TaskId id = TaskId.of(firing.id());
        Incarnation owner = master.get().orElse(self);
        return owner.equals(self) ? here(firing, id, reserveSlot) : rows.queued(firing, id, 1, owner);
    }

    /** A task that allows overlap starts with its claim; an exclusive one needs the exclusive row and starts after it. */
    private TaskRow here(Firing firing, TaskId id, BooleanSupplier reserveSlot) {
        boolean exclusive = firing.job().rules().overlap().exclusive();
        boolean atOnce = !exclusive && reserveSlot.getAsBoolean();
        if (!exclusive && !atOnce) {
            board.queuedHere();
        }
        return atOnce ? rows.running(firing, id) : rows.queued(firing, id, 1, self);
    }

    /** Shards are made to be worked on side by side, so each goes to the least loaded node, whoever claims the firing. */
    private List<TaskRow> shards(Firing firing) {
        int parts = firing.job().placement().shards();
        List<TaskRow> all = new ArrayList<>();
        all.add(rows.parent(firing, parts));
        for (int n = 0; n < parts; n++) {
            TaskId id = TaskId.shard(firing.id(), n);
            all.add(board.anyone(firing.wishes(false), Optional.empty())
                    .map(node -> rows.queued(firing, id, parts, node))
                    .orElseGet(() -> rows.ended(firing, id, Ending.of(Outcome.DEAD, Reason.NO_TARGET))));
        }
        return all;
    }

    private List<TaskRow> broadcast(Firing firing) {
        PlacementRequest wishes = firing.wishes(false);
        List<Incarnation> nodes = board.everybody(wishes);
        if (nodes.isEmpty()) {
            return List.of(rows.ended(firing, TaskId.of(firing.id()), Ending.of(Outcome.DEAD, Reason.NO_TARGET)));
        }
        List<TaskRow> all = new ArrayList<>();
        all.add(rows.parent(firing, nodes.size()));
        for (int n = 0; n < nodes.size(); n++) {
            all.add(rows.queued(firing, TaskId.shard(firing.id(), n), nodes.size(), nodes.get(n)));
        }
        return all;
    }
}
