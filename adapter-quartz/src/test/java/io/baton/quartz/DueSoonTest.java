package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers.Armed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The border between what waits in the index and what stands in Quartz: a job is on one side of it, and crosses once. */
final class DueSoonTest {
    private static final JobKey JOB = new JobKey("DEMO", "greet");
    private static final JobKey SENTINEL = new JobKey("DEMO", "sentinel");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Offset clock = new Offset();
    private final BlockingQueue<Armed> fired = new LinkedBlockingQueue<>();
    private final QuartzTriggers triggers =
            new QuartzTriggers("border", (job, version, due) -> fired.add(new Armed(job, version, due)), clock, STEP);

    @AfterEach
    void stop() {
        triggers.stop();
    }

    @Test
    void what_is_due_beyond_the_window_waits_and_fires_once_the_clock_has_come_near() throws Exception {
        triggers.start();
        clock.set(HOUR.negated());
        Armed armed = arm(JOB, 1, now());
        assertThat(isSilent()).isTrue();
        assertThat(triggers.armed()).containsExactly(armed);

        clock.set(Duration.ZERO);

        assertThat(next()).isEqualTo(armed);
        assertThat(isSilent()).isTrue();
        assertThat(triggers.armed()).isEmpty();
    }

    @Test
    void a_clock_that_jumps_an_hour_ahead_fires_all_that_became_due_by_it_within_a_step() throws Exception {
        triggers.start();
        clock.set(HOUR.negated());
        for (int i = 0; i < 1_000; i++) {
            arm(new JobKey("DEMO", "job-" + i), 1, now());
        }

        clock.set(Duration.ZERO);

        List<JobKey> jobs = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            jobs.add(next().job());
        }
        assertThat(jobs).doesNotHaveDuplicates();
        assertThat(triggers.armed()).isEmpty();
    }

    @Test
    void a_clock_set_back_keeps_what_is_armed_afterwards_from_waiting_for_the_old_time() throws Exception {
        triggers.start();
        clock.set(HOUR);
        arm(SENTINEL, 1, now().plusSeconds(7_200));
        clock.set(HOUR.negated());
        Armed armed = arm(JOB, 1, now());
        clock.set(Duration.ZERO);

        assertThat(next()).isEqualTo(armed);
    }

    @Test
    void armed_for_later_and_then_for_now_it_fires_now_and_not_again() throws Exception {
        triggers.start();
        arm(JOB, 1, now().plus(QuartzTriggers.WINDOW).plusMillis(500));
        Armed sooner = arm(JOB, 2, now());

        assertThat(next()).isEqualTo(sooner);
        clock.set(HOUR);
        assertThat(isSilent()).isTrue();
        assertThat(triggers.armed()).isEmpty();
    }

    @Test
    void armed_for_now_and_then_for_later_it_waits() throws Exception {
        triggers.start();
        arm(JOB, 1, now().plusMillis(200));
        Armed later = arm(JOB, 2, now().plus(HOUR));
        arm(SENTINEL, 1, now().plusMillis(400));

        assertThat(next().job()).isEqualTo(SENTINEL);
        assertThat(triggers.armed()).containsExactly(later);
    }

    @Test
    void disarmed_on_either_side_it_does_not_fire() throws Exception {
        triggers.start();
        clock.set(HOUR.negated());
        arm(JOB, 1, now());
        triggers.disarm(JOB);
        clock.set(Duration.ZERO);
        arm(JOB, 2, now().plusMillis(100));
        triggers.disarm(JOB);

        assertThat(triggers.armed()).isEmpty();
        assertThat(isSilent()).isTrue();
    }

    @Test
    void what_moved_before_start_fires_after_it() throws Exception {
        clock.set(HOUR.negated());
        Armed armed = arm(JOB, 1, now());
        clock.set(Duration.ZERO);
        assertThat(isSilent()).isTrue();
        assertThat(triggers.armed()).containsExactly(armed);

        triggers.start();

        assertThat(next()).isEqualTo(armed);
    }

    @Test
    void many_threads_arm_and_disarm_at_the_border_and_nothing_fires_twice_or_stays() throws Exception {
        triggers.start();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                int base = thread * 1_000;
                work.add(() -> crossings(base));
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get(60, TimeUnit.SECONDS)).isEqualTo(300);
            }
        } finally {
            threads.shutdownNow();
        }
        arm(JOB, 9_999, now().plusMillis(200));

        List<Long> versions = new ArrayList<>();
        while (!versions.contains(9_999L)) {
            versions.add(next().version());
        }
        clock.set(HOUR);
        assertThat(isSilent()).isTrue();
        assertThat(versions).doesNotHaveDuplicates();
        assertThat(triggers.armed()).isEmpty();
    }

    /** Arms one job around the window's end, whose clock runs to and fro, and disarms it now and then. */
    private int crossings(int base) {
        int done = 0;
        for (int i = 0; i < 300; i++) {
            clock.set(i % 2 == 0 ? QuartzTriggers.WINDOW.negated().minusMillis(i % 7) : Duration.ZERO);
            arm(JOB, base + i, now().plusMillis(i % 5));
            if (i % 11 == 0) {
                triggers.disarm(JOB);
            }
            done += triggers.armed().size() <= 1 ? 1 : 0;
        }
        return done;
    }

    @Test
    void a_step_that_fails_is_followed_by_others() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(3);
        Mover mover = Mover.start("failing", Duration.ofMillis(1), () -> {
            third.countDown();
            if (steps.incrementAndGet() == 1) {
                throw new AssertionError("on purpose");
            }
            throw new IllegalStateException("on purpose, too");
        });

        assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
        mover.stop();
    }

    private Armed arm(JobKey job, long version, Instant due) {
        triggers.arm(job, version, due);
        return new Armed(job, version, due);
    }

    private Armed next() throws InterruptedException {
        Armed next = fired.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("what fires").isNotNull();
        return next;
    }

    private boolean isSilent() throws InterruptedException {
        return fired.poll(300, TimeUnit.MILLISECONDS) == null;
    }

    /** By the machine's clock, by which Quartz fires. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The machine's clock, and so much. */
    private static final class Offset extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void set(Duration duration) {
            ahead.set(duration);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
