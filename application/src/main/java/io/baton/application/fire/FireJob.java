package io.baton.application.fire;

import io.baton.application.batch.Batcher;
import io.baton.application.jobs.JobCatalog;
import io.baton.application.node.ClusterWatch;
import io.baton.application.node.StoreClock;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskLock.Reply;
import io.baton.domain.task.FiringId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What happens when a due time has come on this node: the gate, the filter, and on to the claim.
 *
 * <p>Several nodes fire each job; the filter and the ledger see to it that one of them wins.
 */
public final class FireJob {
    private static final Logger LOG = System.getLogger(FireJob.class.getName());
    /** 60 s: longer than the clocks of two nodes that may claim at all can differ, so that a late node meets the filter. */
    private static final Duration FILTER = Duration.ofSeconds(60);

    private static final int BATCH = 500;

    private final JobCatalog catalog;
    private final Standing standing;
    private final FiringShare share;
    private final TaskLock lock;
    private final ClaimFirings claims;
    private final Batcher<Firing> firing;

    public FireJob(JobCatalog catalog, Gate gate, TaskLock lock, ClaimFirings claims, Executor executor) {
        this.catalog = catalog;
        this.standing = gate.standing();
        this.share = gate.share();
        this.lock = lock;
        this.claims = claims;
        this.firing = new Batcher<>(executor, BATCH, this::filter);
    }

    /** Whether this node may claim at all, and which jobs. */
    public record Gate(Standing standing, FiringShare share) {}

    /** Whether this node may claim: its place in the cluster, and its clock. */
    public record Standing(ClusterWatch watch, StoreClock clock) {
        boolean mayClaim() {
            return watch.open() && !clock.skewed();
        }
    }

    /** Takes a due time. Quick: the rest happens in batches. */
    public void fire(JobKey key, long version, Instant due) {
        Optional<Job> job = catalog.find(key).filter(j -> j.version() == version && j.enabled());
        if (standing.mayClaim()) {
            job.filter(share::has).ifPresent(j -> firing.submit(Firing.due(j, due)));
        }
    }

    private void filter(List<Firing> batch) {
        List<FiringId> ids = batch.stream().map(Firing::id).toList();
        List<Reply> replies;
        try {
            replies = lock.claim(ids, standing.watch().self(), FILTER);
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "no filter for {0} firings, the ledger decides: {1}", batch.size(), e.getMessage());
            claim(batch);
            return;
        }
        List<Firing> passed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (replies.get(i) == Reply.GRANTED) {
                passed.add(batch.get(i));
            }
        }
        claim(passed);
    }

    private void claim(List<Firing> passed) {
        try {
            claims.claim(passed);
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "left to the sweep", e);
        }
    }
}
