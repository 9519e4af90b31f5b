package io.baton.quartz;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.Triggers;
import io.baton.domain.schedule.DueIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@link Triggers} over Quartz: what is due within {@link #WINDOW} stands in Quartz as a trigger, what is later waits in
 * an index, which takes a hundredth of the memory, and moves into Quartz ahead of time.
 *
 * <p>Quartz is the clock that fires. A job is in one of the two at most; each change of either is made under one lock.
 * Stopping is for good: what is armed afterwards is forgotten.
 */
public final class QuartzTriggers implements Triggers {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzTriggers.class);

    /** 30 s: six steps, so that a machine that stands still for some steps makes nothing late. */
    static final Duration WINDOW = Duration.ofSeconds(30);
    /** 5 s: short, so that what moves at once is little, and what becomes due by a jump of the clock waits no longer. */
    static final Duration STEP = Duration.ofSeconds(5);
    /** 100 triggers are put, some milliseconds, before those who arm get their turn again. */
    private static final int BATCH = 100;

    private final Clock clock;
    private final QuartzSoon soon;
    private final Mover mover;
    private final Object lock = new Object();
    private final DueIndex<JobKey, Armed> later = new DueIndex<>(Armed::job, Armed::due); // guarded by lock
    private volatile boolean stopped;

    /**
     * @param node names the threads; several nodes of one process may bear the same name
     * @param door called by Quartz's threads, four at a time
     */
    public QuartzTriggers(String node, FiringDoor door) {
        this(node, door, Clock.systemUTC(), STEP);
    }

    /** @param clock says what is due soon; what is in Quartz fires by the machine's clock */
    QuartzTriggers(String node, FiringDoor door, Clock clock, Duration step) {
        this.clock = clock;
        this.soon = tried("open", () -> QuartzSoon.open(node, door));
        this.mover = Mover.start(node, step, this::move);
    }

    @Override
    public void arm(JobKey job, long version, Instant due) {
        Armed armed = new Armed(job, version, due);
        unlessStopped("arm " + job, () -> {
            synchronized (lock) {
                later.remove(job);
                if (due.isAfter(horizon())) {
                    soon.remove(job);
                    later.put(armed);
                } else {
                    soon.put(armed);
                }
            }
            return armed;
        });
    }

    @Override
    public void disarm(JobKey job) {
        unlessStopped("disarm " + job, () -> {
            synchronized (lock) {
                later.remove(job);
                soon.remove(job);
            }
            return job;
        });
    }

    @Override
    public List<Armed> armed() {
        return unlessStopped("list what is armed", () -> {
                    synchronized (lock) {
                        List<Armed> armed = new ArrayList<>(later.all());
                        armed.addAll(soon.all());
                        return List.copyOf(armed);
                    }
                })
                .orElse(List.of());
    }

    @Override
    public void start() {
        unlessStopped("start", () -> {
            soon.start();
            return soon;
        });
    }

    @Override
    public void stop() {
        stopped = true;
        mover.stop();
        tried("stop", () -> {
            soon.stop();
            return soon;
        });
    }

    private Instant horizon() {
        return clock.instant().plus(WINDOW);
    }

    /** Moves what is due soon into Quartz, however much it is. */
    private void move() {
        Instant until = horizon();
        while (!stopped && moveBatch(until)) {
            Thread.onSpinWait();
        }
    }

    /** @return whether there may be more */
    private boolean moveBatch(Instant until) {
        synchronized (lock) {
            for (int moved = 0; moved < BATCH; moved++) {
                Optional<Armed> next = later.take(until);
                if (next.isEmpty()) {
                    return false;
                }
                moveOne(next.get());
            }
            return true;
        }
    }

    /** What Quartz does not take must not keep the others waiting: it is found not armed by the next comparison, and armed anew. */
    private void moveOne(Armed armed) {
        try {
            soon.put(armed);
        } catch (SchedulerException | RuntimeException e) {
            if (!stopped) {
                LOG.error("{} could not be given to Quartz; the next reconciling arms it anew", armed, e);
            }
        }
    }

    private <T> Optional<T> unlessStopped(String what, QuartzCall<T> call) {
        if (stopped) {
            return Optional.empty();
        }
        try {
            return Optional.of(call.make());
        } catch (SchedulerException e) {
            if (stopped) {
                return Optional.empty();
            }
            throw new StoreException("Triggers", what, e);
        }
    }

    private static <T> T tried(String what, QuartzCall<T> call) {
        try {
            return call.make();
        } catch (SchedulerException e) {
            throw new StoreException("Triggers", what, e);
        }
    }

    @FunctionalInterface
    private interface QuartzCall<T> {
        T make() throws SchedulerException;
    }
}
