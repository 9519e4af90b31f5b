package io.baton.application.sweep;

import io.baton.application.Ports;
import io.baton.application.node.ClusterWatch;
import io.baton.application.node.DeathWatch.Verdict;
import io.baton.application.place.Relocation;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.LedgerRecovery.Lost;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives the tasks of dead nodes to living ones, and takes away what is left of the dead. */
public final class RecoverDead {
    private static final Logger LOG = System.getLogger(RecoverDead.class.getName());
    private static final int BATCH = 500;

    private final Ports.Where where;
    private final Ports.What what;
    private final ClusterWatch watch;
    private final Relocation relocation;

    public RecoverDead(Ports.Where where, Ports.What what, ClusterWatch watch, Relocation relocation) {
        this.where = where;
        this.what = what;
        this.watch = watch;
        this.relocation = relocation;
    }

    /** @param verdicts of every incarnation that owns tasks, is registered, or is sighted */
    public void recover(Map<Incarnation, Verdict> verdicts) {
        verdicts.forEach((who, verdict) -> {
            if (verdict != Verdict.LIVES) {
                int moved = moveQueued(who);
                int taken = verdict == Verdict.DEAD ? takeOverRunning(who) : 0;
                if (moved + taken > 0) {
                    LOG.log(
                            Level.WARNING,
                            "{0} is gone: {1} queued tasks moved, {2} running ones recovered",
                            who,
                            moved,
                            taken);
                }
                if (verdict == Verdict.DEAD) {
                    bury(who);
                }
            }
        });
    }

    private int moveQueued(Incarnation who) {
        int moved = 0;
        List<TaskRow> rows = what.ledger().recovery().held(who, TaskState.QUEUED, BATCH);
        int step = rows.isEmpty() ? 0 : relocation.relocate(rows, Optional.of(who));
        while (step > 0) {
            moved += step;
            rows = what.ledger().recovery().held(who, TaskState.QUEUED, BATCH);
            step = rows.isEmpty() ? 0 : relocation.relocate(rows, Optional.of(who));
        }
        return moved;
    }

    private int takeOverRunning(Incarnation who) {
        int taken = 0;
        List<TaskRow> rows = what.ledger().recovery().held(who, TaskState.RUNNING, BATCH);
        while (!rows.isEmpty()) {
            List<Lost> lost =
                    rows.stream().map(r -> new Lost(r.id(), r.fence())).toList();
            List<TaskRow> again = what.ledger().recovery().recover(lost, watch.self(), Reason.NONE);
            if (!again.isEmpty()) {
                relocation.relocate(again, Optional.of(who));
            }
            taken += rows.size();
            rows = rows.size() < BATCH ? List.of() : what.ledger().recovery().held(who, TaskState.RUNNING, BATCH);
        }
        return taken;
    }

    private void bury(Incarnation who) {
        if (watch.view().find(who.node()).filter(m -> m.who().equals(who)).isPresent()) {
            LOG.log(Level.INFO, "{0} is dead and leaves the cluster", who);
        }
        where.registry().evict(who);
        if (what.ledger().recovery().held(who, TaskState.RUNNING, 1).isEmpty()) {
            what.witness().retire(who);
        }
    }

    /**
     * Puts messages that nobody will take any more onto this node's own queue; overtaken ones are dropped when met.
     *
     * @param verdicts of every incarnation that owns tasks, is registered, or is sighted
     */
    public void salvage(Map<Incarnation, Verdict> verdicts) {
        NodeId here = watch.self().node();
        for (Incarnation holder : where.queueRecovery().holders()) {
            boolean lives = verdicts.getOrDefault(holder, Verdict.DEAD) != Verdict.DEAD || holder.equals(watch.self());
            while (!lives && where.queueRecovery().salvageInFlight(holder, here) > 0) {
                LOG.log(Level.INFO, "messages in flight on {0} are taken again", holder);
            }
        }
        Set<NodeId> living = verdicts.entrySet().stream()
                .filter(e -> e.getValue() == Verdict.LIVES)
                .map(e -> e.getKey().node())
                .collect(Collectors.toSet());
        for (NodeId queue : where.queueRecovery().queues()) {
            boolean lives = living.contains(queue) || queue.equals(here);
            while (!lives && where.queueRecovery().salvageQueue(queue, here) > 0) {
                LOG.log(Level.INFO, "messages on the queue of {0} are taken elsewhere", queue);
            }
        }
    }
}
