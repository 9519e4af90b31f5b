package io.baton.application.fire;

import io.baton.application.Surroundings;
import io.baton.application.Timer;
import io.baton.application.execute.TakenMessages;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Spread;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.ClaimVerdict;
import io.baton.domain.queue.Taken;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs a job because somebody asked: an operator, or a message of an older format. The same request is run once. */
public final class RequestRun {
    private static final Logger LOG = System.getLogger(RequestRun.class.getName());
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final JobRepository jobs;
    private final ClaimFirings claims;
    private final FireJob.Standing standing;
    private final Surroundings surroundings;
    private final Timer timer;

    public RequestRun(
            JobRepository jobs,
            ClaimFirings claims,
            FireJob.Standing standing,
            Surroundings surroundings,
            Timer timer) {
        this.jobs = jobs;
        this.claims = claims;
        this.standing = standing;
        this.surroundings = surroundings;
        this.timer = timer;
    }

    /** The answer to a request. @param refusal why there is no task, empty if there is one */
    public record Reply(Optional<TaskId> task, String refusal) {}

    /**
     * Asks for a run.
     *
     * @param data empty = the job's own
     * @param requestId empty = a fresh one
     * @throws StoreException if the store did not answer; whether the run was entered is unknown, and asking again with
     *     the same request id is safe
     */
    public Reply run(JobKey key, Optional<JsonText> data, Optional<String> requestId) {
        Optional<Job> job = jobs.find(key);
        if (job.isEmpty()) {
            return new Reply(Optional.empty(), "there is no job " + key);
        }
        Firing firing = firing(job.get(), data, requestId.orElseGet(surroundings.ids()));
        if (job.get().placement().spread() == Spread.MASTER
                && standing.watch().master().isEmpty()) {
            return new Reply(
                    Optional.empty(), key + " runs on the master alone, and there is none just now: ask again");
        }
        ClaimVerdict verdict = claims.claim(List.of(firing)).get(0).verdict();
        return verdict == ClaimVerdict.OUT_OF_FORCE
                ? new Reply(Optional.empty(), "the job " + key + " was deleted")
                : new Reply(Optional.of(TaskId.of(firing.id())), "");
    }

    /** Takes a request that came as a message. Its task reserves a slot of its own. */
    public void adopt(Taken.Requested request, TakenMessages messages) {
        try {
            Optional<String> refusal = refusal(request);
            if (refusal.isPresent()) {
                messages.setAside(request.receipt(), words(request), refusal.get());
                return;
            }
            Job job = jobs.find(request.job()).orElseThrow();
            claims.claimHere(firing(job, request.data(), request.requestId()));
            messages.done(request.receipt());
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "a request for {0} waits for the ledger: {1}", request.job(), e.getMessage());
            timer.after(AGAIN, () -> adopt(request, messages));
        }
    }

    private Optional<String> refusal(Taken.Requested request) {
        Optional<Job> job = jobs.find(request.job());
        if (job.isEmpty()) {
            return Optional.of("unknown job " + request.job());
        }
        boolean masterOnly = job.get().placement().spread() == Spread.MASTER;
        return masterOnly && !standing.watch().isMaster()
                ? Optional.of(request.job() + " runs on the master alone, and this node is a slave")
                : Optional.empty();
    }

    private Firing firing(Job job, Optional<JsonText> data, String requestId) {
        return new Firing(
                job,
                FiringId.requested(job.key(), requestId),
                standing.clock().now(),
                data.orElse(job.spec().work().data()));
    }

    private static String words(Taken.Requested request) {
        return request.job() + request.data().map(d -> " " + d.text()).orElse("");
    }
}
