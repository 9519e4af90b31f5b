package io.baton.application.place;

import io.baton.application.Tokens;
import io.baton.application.node.ClusterWatch;
import io.baton.domain.job.Labels;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.placement.PlacementRequest;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLedger.Drop;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.port.TaskLedger.Move;
import io.baton.domain.target.InvocationTarget;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives queued tasks a new node and sends them there; ends those that no node can run. */
public final class Relocation {
    private static final Logger LOG = System.getLogger(Relocation.class.getName());

    private final TaskLedger ledger;
    private final Tokens tokens;
    private final PlacementBoard board;
    private final TaskDistributor distributor;
    private final Wishes wishes;

    /** Where a task may go. @param labels what a task's job asks of a node */
    public record Wishes(ClusterWatch watch, Function<TaskRow, Labels> labels) {}

    public Relocation(
            TaskLedger ledger, Tokens tokens, PlacementBoard board, TaskDistributor distributor, Wishes wishes) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.board = board;
        this.distributor = distributor;
        this.wishes = wishes;
    }

    /**
     * @param rows QUEUED as the ledger has them
     * @param except a node that they must leave; empty if any will do
     * @return how many were moved or ended; what another node moved meanwhile does not count
     */
    public int relocate(List<TaskRow> rows, Optional<Incarnation> except) {
        List<Move> moves = new ArrayList<>();
        List<Drop> drops = new ArrayList<>();
        for (TaskRow row : rows) {
            destination(row, except)
                    .ifPresentOrElse(
                            to -> moves.add(new Move(row.id(), row.fence(), to)),
                            () -> end(row).ifPresent(end -> drops.add(new Drop(row.id(), row.fence(), end))));
        }
        List<TaskRow> moved = moves.isEmpty() ? List.of() : ledger.move(moves, tokens.next());
        distributor.send(moved);
        List<FinishReply> ended =
                drops.isEmpty() ? List.of() : ledger.drop(drops, wishes.watch().self());
        ended.forEach(reply -> sendOwn(reply.promoted()));
        return moved.size() + (int) ended.stream().filter(r -> !r.late()).count();
    }

    /**
     * Gives tasks of this node to others, as far as others can take them; the rest stays queued for this node.
     *
     * @param rows QUEUED on this node, as the ledger has them
     * @return how many were moved
     */
    public int handBack(List<TaskRow> rows) {
        return moveAway(rows).size();
    }

    /**
     * Sends the messages of tasks that were queued for this node just now. While it drains they go to other nodes; those
     * that no other node can take wait on this node's queue, for its next life or the end of the draining.
     *
     * @param rows QUEUED on this node, without a message that anyone could take
     */
    public void sendOwn(List<TaskRow> rows) {
        Set<TaskId> moved = wishes.watch().draining() ? movedAway(rows) : Set.of();
        distributor.send(rows.stream().filter(r -> !moved.contains(r.id())).toList());
    }

    private Set<TaskId> movedAway(List<TaskRow> rows) {
        try {
            return moveAway(rows).stream().map(TaskRow::id).collect(Collectors.toSet());
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "{0} tasks stay queued on this node: {1}", rows.size(), e.getMessage());
            return Set.of();
        }
    }

    private List<TaskRow> moveAway(List<TaskRow> rows) {
        Optional<Incarnation> self = Optional.of(wishes.watch().self());
        List<Move> moves = new ArrayList<>();
        for (TaskRow row : rows) {
            destination(row, self).ifPresent(to -> moves.add(new Move(row.id(), row.fence(), to)));
        }
        List<TaskRow> moved = moves.isEmpty() ? List.of() : ledger.move(moves, tokens.next());
        distributor.send(moved);
        return moved;
    }

    private Optional<Incarnation> destination(TaskRow row, Optional<Incarnation> except) {
        if (row.terms().spread() == Spread.BROADCAST) {
            return row.standing().owner().filter(o -> !Optional.of(o).equals(except) && lives(o));
        }
        if (row.terms().spread() == Spread.MASTER) {
            return wishes.watch().master().filter(m -> !Optional.of(m).equals(except));
        }
        return board.anyone(request(row), except);
    }

    private PlacementRequest request(TaskRow row) {
        return new PlacementRequest(
                InvocationTarget.parse(row.terms().work().target()).name(),
                wishes.labels().apply(row),
                false);
    }

    private boolean lives(Incarnation owner) {
        return wishes.watch().alive().stream().anyMatch(m -> m.who().equals(owner));
    }

    /**
     * A master-only task waits for the next master; a broadcast's task ends with its node; others end if no live node has
     * what they ask for, and wait if those that have it take no work just now.
     */
    private Optional<Ending> end(TaskRow row) {
        return switch (row.terms().spread()) {
            case MASTER -> Optional.empty();
            case BROADCAST -> Optional.of(Ending.of(Outcome.SKIPPED, Reason.NODE_GONE));
            case ANY, SHARDS ->
                board.knows(request(row)) ? Optional.empty() : Optional.of(Ending.of(Outcome.DEAD, Reason.NO_TARGET));
        };
    }
}
