package io.baton.application.fire;

import io.baton.application.Backoff;
import io.baton.application.Surroundings;
import io.baton.application.execute.TakenMessages;
import io.baton.application.execute.TakenMessages.Meant;
import io.baton.application.node.ClusterWatch;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Spread;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.ClaimVerdict;
import io.baton.domain.port.UnreadableJobException;
import io.baton.domain.queue.Taken;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs a job because somebody asked: an operator, or a message of an older format. The same request is run once. */
public final class RequestRun {
    private static final Logger LOG = System.getLogger(RequestRun.class.getName());

    private final JobRepository jobs;
    private final Entrance entrance;
    private final FireJob.Standing standing;
    private final Surroundings surroundings;
    private final Backoff backoff;

    public RequestRun(
            JobRepository jobs,
            Entrance entrance,
            FireJob.Standing standing,
            Surroundings surroundings,
            Backoff backoff) {
        this.jobs = jobs;
        this.entrance = entrance;
        this.standing = standing;
        this.surroundings = surroundings;
        this.backoff = backoff;
    }

    /**
     * How a request gets into the ledger.
     *
     * @param capacity how many messages may wait on one node's queue
     * @param known whether a task is in the ledger
     */
    public record Entrance(ClaimFirings claims, FiringPlan plan, int capacity, Predicate<TaskId> known) {}

    /**
     * The answer to a request.
     *
     * @param refusal why there is no task, empty if there is one
     * @param overload whether it was refused for now, because the queues are full
     */
    public record Reply(Optional<TaskId> task, String refusal, boolean overload) {
        static Reply of(TaskId task) {
            return new Reply(Optional.of(task), "", false);
        }

        static Reply refused(String why) {
            return new Reply(Optional.empty(), why, false);
        }
    }

    /**
     * Asks for a run.
     *
     * @param data empty = the job's own
     * @param requestId empty = a fresh one
     * @throws StoreException if the store did not answer; whether the run was entered is unknown, and asking again with
     *     the same request id is safe
     */
    public Reply run(JobKey key, Optional<JsonText> data, Optional<String> requestId) {
        Found found = find(key, "there is no job ");
        if (found.job().isEmpty()) {
            return Reply.refused(found.why());
        }
        Firing firing = firing(found.job().get(), data, requestId.orElseGet(surroundings.ids()));
        Optional<Reply> refusal = refusedNow(firing);
        if (refusal.isPresent()) {
            TaskId task = TaskId.of(firing.id());
            boolean again = requestId.isPresent() && entrance.known().test(task);
            return again ? Reply.of(task) : refusal.get();
        }
        ClaimVerdict verdict = entrance.claims().claim(List.of(firing)).get(0).verdict();
        return verdict == ClaimVerdict.OUT_OF_FORCE
                ? Reply.refused("the job " + key + " was deleted")
                : Reply.of(TaskId.of(firing.id()));
    }

    /** Why a request that is not in the ledger yet cannot be entered just now. */
    private Optional<Reply> refusedNow(Firing firing) {
        JobKey key = firing.job().key();
        if (masterOnly(firing.job()) && standing.watch().master().isEmpty()) {
            return Optional.of(Reply.refused(key + " runs on the master alone, and there is none just now: ask again"));
        }
        if (entrance.plan().overloaded(firing)) {
            String why = "every node that could run " + key + " has " + entrance.capacity()
                    + " tasks waiting (baton.queue.capacity): ask again later";
            return Optional.of(new Reply(Optional.empty(), why, true));
        }
        return Optional.empty();
    }

    /** @param why there is no job that could be run */
    private record Found(Optional<Job> job, String why) {}

    private Found find(JobKey key, String missing) {
        try {
            return new Found(jobs.find(key), missing + key);
        } catch (UnreadableJobException e) {
            return new Found(Optional.empty(), e.why());
        }
    }

    /**
     * Takes a request that came as a message. Its task reserves a slot of its own. One that the master alone may run, and
     * that was not meant for this node, is entered for the master, and waits here while there is none.
     */
    public void adopt(Taken.Requested request, Meant meant, TakenMessages messages) {
        try {
            Optional<String> refusal = refusal(request, meant);
            if (refusal.isPresent()) {
                messages.setAside(request, refusal.get());
                return;
            }
            Job job = jobs.find(request.job()).orElseThrow();
            if (masterOnly(job) && !masterKnown()) {
                LOG.log(Level.DEBUG, "a request for {0} waits for a master", request.job());
                backoff.again(() -> adopt(request, meant, messages));
                return;
            }
            entrance.claims().claimHere(firing(job, request.data(), request.requestId()));
            messages.done(request.receipt());
            backoff.answered();
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "a request for {0} waits for the ledger: {1}", request.job(), e.getMessage());
            backoff.again(() -> adopt(request, meant, messages));
        }
    }

    private Optional<String> refusal(Taken.Requested request, Meant meant) {
        Found found = find(request.job(), "unknown job ");
        if (found.job().isEmpty()) {
            return Optional.of(found.why());
        }
        return masterOnly(found.job().get()) && meant == Meant.THIS_NODE && slave()
                ? Optional.of(request.job() + " runs on the master alone, and this node is a slave")
                : Optional.empty();
    }

    private static boolean masterOnly(Job job) {
        return job.placement().spread() == Spread.MASTER;
    }

    /** A node that is the master and could not renew the role of late is neither master nor slave. */
    private boolean slave() {
        ClusterWatch watch = standing.watch();
        return !watch.isMaster() && !watch.master().equals(Optional.of(watch.self()));
    }

    private boolean masterKnown() {
        ClusterWatch watch = standing.watch();
        return watch.isMaster() || (watch.master().isPresent() && slave());
    }

    private Firing firing(Job job, Optional<JsonText> data, String requestId) {
        return new Firing(
                job,
                FiringId.requested(job.key(), requestId),
                standing.clock().now(),
                data.orElse(job.spec().work().data()));
    }
}
