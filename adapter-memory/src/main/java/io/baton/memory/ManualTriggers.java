package io.baton.memory;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Triggers whose time moves by hand: {@link #advanceTo} fires what has become due, on the caller's thread, earliest
 * first, at the same instant by job key.
 *
 * <p>What is armed for a past instant fires with the next {@link #advanceTo}, be it to the same instant, so that arming
 * from within the door never fires within itself. Safe for any thread; the door is called outside the lock.
 */
public final class ManualTriggers implements Triggers {
    private static final Comparator<Armed> EARLIEST =
            Comparator.comparing(Armed::due).thenComparing(Armed::job);

    private final FiringDoor door;
    private final Map<JobKey, Armed> armed = new TreeMap<>();
    private boolean started;

    public ManualTriggers(FiringDoor door) {
        this.door = door;
    }

    /** Fires all that is due by then, also what is armed meanwhile. @return how many fired */
    public int advanceTo(Instant now) {
        int fired = 0;
        for (Optional<Armed> due = takeDue(now); due.isPresent(); due = takeDue(now)) {
            door.fire(due.get().job(), due.get().version(), due.get().due());
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
    public synchronized void start() {
        started = true;
    }

    @Override
    public synchronized void stop() {
        started = false;
    }

    private synchronized Optional<Armed> takeDue(Instant now) {
        Optional<Armed> due = armed.values().stream()
                .filter(one -> started && !one.due().isAfter(now))
                .min(EARLIEST);
        due.ifPresent(one -> armed.remove(one.job()));
        return due;
    }
}
