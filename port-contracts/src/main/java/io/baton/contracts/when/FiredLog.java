package io.baton.contracts.when;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers.FiringDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A firing door that writes down what fired and when. */
final class FiredLog implements FiringDoor {
    /** How long a firing may take to come before the contract calls it lost. */
    static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Passage time;
    private final BlockingQueue<Fired> fired = new LinkedBlockingQueue<>();

    FiredLog(Passage time) {
        this.time = time;
    }

    @Override
    public void fire(JobKey job, long version, Instant due) {
        fired.add(new Fired(job, version, due, time.now()));
    }

    /** The next firing, awaited. */
    Fired next() throws InterruptedException {
        return time.await(fired, DEADLINE).orElseThrow(() -> new AssertionError("nothing fired within " + DEADLINE));
    }

    List<Fired> next(int count) throws InterruptedException {
        List<Fired> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(next());
        }
        return all;
    }

    /** Whether nothing fires for so long. */
    boolean isSilentFor(Duration quiet) throws InterruptedException {
        return time.await(fired, quiet).isEmpty();
    }

    /** Drops what has fired up to now. */
    void forget() {
        fired.clear();
    }

    /** @param at when the door was called */
    record Fired(JobKey job, long version, Instant due, Instant at) {}
}
