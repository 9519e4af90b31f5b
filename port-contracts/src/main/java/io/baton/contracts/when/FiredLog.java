package io.baton.contracts.when;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers.FiringDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A firing door that writes down what fired and when. */
final class FiredLog implements FiringDoor {
    /** How long a firing may take to come before the contract calls it lost. */
    static final Duration DEADLINE = Duration.ofSeconds(20);

    private final BlockingQueue<Fired> fired = new LinkedBlockingQueue<>();

    @Override
    public void fire(JobKey job, long version, Instant due) {
        fired.add(new Fired(job, version, due, Instant.now()));
    }

    /** The next firing, awaited. */
    Fired next() throws InterruptedException {
        Fired next = fired.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing fired within " + DEADLINE);
        }
        return next;
    }

    List<Fired> next(int count) throws InterruptedException {
        List<Fired> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(next());
        }
        return all;
    }

    /** Whether nothing fires for so long. */
    boolean isSilentFor(Duration time) throws InterruptedException {
        return fired.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    /** Drops what has fired up to now. */
    void forget() {
        fired.clear();
    }

    /** @param at when the door was called */
    record Fired(JobKey job, long version, Instant due, Instant at) {}
}
