package io.baton.quartz;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step on a daemon thread of its own, until it is stopped, whatever the step throws.
 *
 * <p>It counts by a clock that only goes forward: a step of Quartz would wait for an hour after the wall clock was set
 * back by one.
 */
final class Mover {
    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final ScheduledExecutorService thread;

    private final Future<?> steps;

    private Mover(ScheduledExecutorService thread, Future<?> steps) {
        this.thread = thread;
        this.steps = steps;
    }

    /** @param pause between two steps; 1 ms or more */
    static Mover start(String node, Duration pause, Runnable step) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "baton-" + node + "-due-soon");
            made.setDaemon(true);
            return made;
        });
        Future<?> steps = thread.scheduleWithFixedDelay(
                () -> unharmed(step), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return new Mover(thread, steps);
    }

    /** No more steps; one that is under way is finished. Idempotent. */
    void stop() {
        steps.cancel(false);
        thread.shutdown();
    }

    private static void unharmed(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            // The root of a thread. An error too, such as a lack of memory, must not end the steps to come.
            LOG.error("what is due soon was not all given to Quartz; the next step tries again", e);
        }
    }
}
