package io.baton.contracts.when;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The law of {@link Triggers}: many threads at one job (T1), and one that stops while another fires (T5). */
public abstract class TriggersThreadsContract {
    private static final JobKey JOB = new JobKey("DEMO", "greet");
    private static final Duration QUIET = Duration.ofMillis(300);

    private final List<Triggers> opened = new ArrayList<>();

    /** Triggers of a node of their own, not started. */
    protected abstract Triggers triggers(FiringDoor door);

    /** How time passes for the triggers; by itself, unless the adapter says otherwise. */
    protected Passage time() {
        return Passage.REAL;
    }

    @AfterEach
    void stop_all() {
        opened.forEach(Triggers::stop);
    }

    @Test
    void T5_stop_waits_for_what_is_firing_and_does_not_interrupt_it() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        List<Boolean> left = new ArrayList<>();
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened((job, version, due) -> {
            entered.countDown();
            left.add(uninterrupted(leave));
            log.fire(job, version, due);
        });
        triggers.start();
        triggers.arm(JOB, 1, now());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> firing = threads.submit(() -> log.next());
            assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
            Future<?> stopping = threads.submit(triggers::stop);
            assertThat(isDoneWithin(stopping, QUIET)).isFalse();
            leave.countDown();
            stopping.get(20, TimeUnit.SECONDS);
            firing.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertThat(left).containsExactly(true);
    }

    @Test
    void T1_many_threads_arm_one_job_and_no_arming_fires_twice() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened(log);
        triggers.start();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> armings = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int base = thread * 1_000;
                armings.add(() -> {
                    for (int i = 0; i < 250; i++) {
                        triggers.arm(JOB, base + i, now());
                    }
                    return base;
                });
            }
            for (Future<Integer> arming : threads.invokeAll(armings)) {
                arming.get(20, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        triggers.arm(JOB, 9_999, now().plusMillis(300));

        List<Long> versions = new ArrayList<>();
        while (!versions.contains(9_999L)) {
            versions.add(log.next().version());
        }
        assertThat(versions).doesNotHaveDuplicates();
        assertThat(triggers.armed()).isEmpty();
    }

    private Triggers opened(FiringDoor door) {
        Triggers triggers = triggers(door);
        opened.add(triggers);
        return triggers;
    }

    private static boolean uninterrupted(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isDoneWithin(Future<?> future, Duration time) throws Exception {
        try {
            future.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Due times are whole milliseconds everywhere. */
    private Instant now() {
        return time().now().truncatedTo(ChronoUnit.MILLIS);
    }
}
