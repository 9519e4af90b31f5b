package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.when.TriggersContract;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class QuartzTriggersTest extends TriggersContract {

    @Override
    protected Triggers triggers(FiringDoor door) {
        return new QuartzTriggers("node-1", door);
    }

    @Test
    void a_hundred_thousand_jobs_are_armed_again_and_again_in_seconds() {
        Triggers triggers = triggers((job, version, due) -> {});
        triggers.start();
        Instant due = Instant.now().plusSeconds(3_600);
        long start = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            triggers.arm(new JobKey("LOAD", "job-" + i), 1, due.plusMillis(i));
        }
        Duration armed = Duration.ofNanos(System.nanoTime() - start);
        int listed = triggers.armed().size();
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        triggers.stop();

        assertThat(listed).isEqualTo(100_000);
        assertThat(armed).isLessThan(Duration.ofSeconds(30));
        assertThat(all).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void twenty_thousand_jobs_of_one_instant_fire_in_seconds() throws InterruptedException {
        CountDownLatch fired = new CountDownLatch(20_000);
        Triggers triggers = triggers((job, version, due) -> fired.countDown());
        Instant due = Instant.now();
        for (int i = 0; i < 20_000; i++) {
            triggers.arm(new JobKey("LOAD", "job-" + i), 1, due);
        }
        triggers.start();

        assertThat(fired.await(20, TimeUnit.SECONDS)).isTrue();
        triggers.stop();
    }

    @Test
    void all_threads_are_daemons_and_end_with_stop() throws InterruptedException {
        Triggers triggers = new QuartzTriggers("thread-count", (job, version, due) -> {});
        triggers.start();
        Thread[] own = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("thread-count"))
                .toArray(Thread[]::new);
        assertThat(own).hasSizeBetween(5, 6).allMatch(Thread::isDaemon);

        triggers.stop();
        for (Thread thread : own) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }
}
