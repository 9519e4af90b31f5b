package io.baton.application.fire;

import io.baton.application.Tokens;
import io.baton.application.execute.StartTasks;
import io.baton.application.node.Slots;
import io.baton.application.place.TaskDistributor;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.TaskLedger.ClaimReply;
import io.baton.domain.port.TaskLedger.ClaimVerdict;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Enters firings into the ledger, and sends what it won on its way: run here, queued here, or sent. */
public final class ClaimFirings {
    private static final Logger LOG = System.getLogger(ClaimFirings.class.getName());

    private final TaskLedger ledger;
    private final FiringPlan plan;
    private final Tokens tokens;
    private final Ways ways;
    private final Consumer<Firing> outOfForce;

    /** @param outOfForce told of a firing whose definition has changed in the store */
    public ClaimFirings(TaskLedger ledger, FiringPlan plan, Tokens tokens, Ways ways, Consumer<Firing> outOfForce) {
        this.ledger = ledger;
        this.plan = plan;
        this.tokens = tokens;
        this.ways = ways;
        this.outOfForce = outOfForce;
    }

    /** Where won tasks go. */
    public record Ways(Incarnation self, Slots slots, StartTasks start, TaskDistributor distributor) {}

    /**
     * Claims. A firing that the store could not be asked about is left to the sweep.
     *
     * @return one answer a firing, in order
     */
    public List<ClaimReply> claim(List<Firing> firings) {
        List<ClaimReply> replies = claim(firings, firing -> plan.plan(firing, ways.slots()::tryReserve));
        List<Firing> changed = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i).verdict() == ClaimVerdict.OUT_OF_FORCE) {
                changed.add(firings.get(i));
            }
        }
        claimQueued(changed);
        return replies;
    }

    /** A due time of a job that was paused or deleted since ends in the queue with that reason. */
    private void claimQueued(List<Firing> changed) {
        claim(changed, firing -> plan.plan(firing, () -> false));
    }

    /** Claims a request that this node took: it runs here if it can. */
    public ClaimReply claimHere(Firing firing) {
        return claim(List.of(firing), f -> plan.planHere(f, ways.slots()::tryReserve))
                .get(0);
    }

    private List<ClaimReply> claim(List<Firing> firings, Function<Firing, Claim> planned) {
        if (firings.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = firings.stream().map(planned).toList();
        List<TaskId> starting = claims.stream()
                .flatMap(claim -> claim.rows().stream())
                .filter(row -> row.state() == TaskState.RUNNING)
                .map(TaskRow::id)
                .toList();
        ways.start().running().asking(starting);
        try {
            return ask(firings, claims);
        } finally {
            ways.start().running().answered(starting);
        }
    }

    private List<ClaimReply> ask(List<Firing> firings, List<Claim> claims) {
        List<ClaimReply> replies;
        try {
            replies = ledger.claim(claims, tokens.next());
        } catch (StoreException e) {
            claims.forEach(this::releaseSlot);
            LOG.log(
                    Level.WARNING,
                    "{0} firings were not claimed; the sweep fires them later: {1}",
                    claims.size(),
                    e.getMessage());
            throw e;
        }
        for (int i = 0; i < claims.size(); i++) {
            settle(firings.get(i), claims.get(i), replies.get(i));
        }
        return replies;
    }

    private void settle(Firing firing, Claim claim, ClaimReply reply) {
        if (reply.verdict() == ClaimVerdict.WON) {
            reply.rows().forEach(this::onItsWay);
            return;
        }
        releaseSlot(claim);
        if (reply.verdict() == ClaimVerdict.OUT_OF_FORCE) {
            outOfForce.accept(firing);
        }
    }

    private void onItsWay(TaskRow row) {
        boolean mine = row.standing().owner().filter(ways.self()::equals).isPresent();
        if (row.state() == TaskState.RUNNING && mine) {
            ways.start().runStarted(row);
        } else if (row.state() == TaskState.QUEUED
                && mine
                && row.exclusive()
                && ways.slots().tryReserve()) {
            ways.start().startHere(row);
        } else if (row.state() == TaskState.QUEUED) {
            ways.distributor().send(List.of(row));
        }
    }

    private void releaseSlot(Claim claim) {
        if (claim.rows().get(0).state() == TaskState.RUNNING) {
            ways.slots().release();
        }
    }
}
