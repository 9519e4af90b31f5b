package io.baton.memory;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Triggers whose time moves by hand: {@link #advanceTo} fires what has become due, on the caller's thread, earliest
 * first, at the same instant by job key.
 *
 * <p>What is armed for a past instant fires with the next {@link #advanceTo}, be it to the same instant, so that arming
 * from within the door never fires within itself. Safe for any thread; the door is called outside the lock on what is
 * armed, by one thread at a time, and {@link #stop} waits for it.
 */
public final class ManualTriggers implements Triggers {
    private static final Comparator<Armed> EARLIEST =
            Comparator.comparing(Armed::due).thenComparing(Armed::job);

    private final FiringDoor door;
    private final Map<JobKey, Armed> armed = new TreeMap<>();
    /** Fair, so that who stops comes before the next firing. */
    private final ReentrantLock firing = new ReentrantLock(true);

    private boolean started;

    public ManualTriggers(FiringDoor door) {
        this.door = door;
    }

    /** Fires all that is due by then, also what is armed meanwhile. @return how many fired */
    public int advanceTo(Instant now) {
        int fired = 0;
        while (fireOne(now)) {
            fired++;
        }
        return fired;
    }

    /** The earliest armed instant: how far a simulation may jump. */
    public synchronized Optional<Instant> nextDue() {
        return armed.values().stream().min(EARLIEST).map(Armed::due);
    }

    @Override
    public synchronized void arm(JobKey job, long version, Instant due) {
        armed.put(job, new Armed(job, version, due));
    }

    @Override
    public synchronized void disarm(JobKey job) {
        armed.remove(job);
    }

    @Override
    public synchronized List<Armed> armed() {
        return List.copyOf(armed.values());
    }

    @Override
    public void start() {
        started(true);
    }

    @Override
    public void stop() {
        firing.lock();
        try {
            started(false);
        } finally {
            firing.unlock();
        }
    }

    private synchronized void started(boolean now) {
        started = now;
    }

    private boolean fireOne(Instant now) {
        firing.lock();
        try {
            Optional<Armed> due = takeDue(now);
            due.ifPresent(one -> door.fire(one.job(), one.version(), one.due()));
            return due.isPresent();
        } finally {
            firing.unlock();
        }
    }

    private synchronized Optional<Armed> takeDue(Instant now) {
        Optional<Armed> due = armed.values().stream()
                .filter(one -> started && !one.due().isAfter(now))
                .min(EARLIEST);
        due.ifPresent(one -> armed.remove(one.job()));
        return due;
    }
}
