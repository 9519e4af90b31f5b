package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.when.LoadProbeContract;
import io.baton.domain.port.LoadProbe;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class JvmLoadProbeTest extends LoadProbeContract {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @Override
    protected LoadProbe probe() {
        return new JvmLoadProbe();
    }

    @Test
    void a_measurement_is_kept_for_a_second() {
        Deque<Double> measurements = new ArrayDeque<>(List.of(0.25, 0.5));
        AtomicLong nanos = new AtomicLong(5);
        LoadProbe probe = new JvmLoadProbe(measurements::pop, nanos::get);

        assertThat(probe.cpuShare()).isEqualTo(0.25);
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(probe.cpuShare()).isEqualTo(0.25);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(probe.cpuShare()).isEqualTo(0.5);
    }

    @Test
    void what_cannot_be_measured_is_0_and_what_is_too_much_is_1() {
        Deque<Double> measurements = new ArrayDeque<>(List.of(-1.0, Double.NaN, 1.5));
        AtomicLong nanos = new AtomicLong();
        LoadProbe probe = new JvmLoadProbe(measurements::pop, nanos::get);

        assertThat(probe.cpuShare()).isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(probe.cpuShare()).isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(probe.cpuShare()).isEqualTo(1.0);
    }

    @Test
    void a_busy_process_is_seen() throws InterruptedException {
        AtomicBoolean busy = new AtomicBoolean(true);
        Thread worker = new Thread(() -> {
            while (busy.get()) {
                Thread.onSpinWait();
            }
        });
        worker.setDaemon(true);
        worker.start();
        LoadProbe probe = probe();
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (probe.cpuShare() < 0.05 && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        double seen = probe.cpuShare();
        busy.set(false);
        worker.join();

        assertThat(seen).isGreaterThanOrEqualTo(0.05);
    }
}
