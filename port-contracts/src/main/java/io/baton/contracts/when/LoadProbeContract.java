package io.baton.contracts.when;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.port.LoadProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The law of {@link LoadProbe}, clauses P1 and P2. */
public abstract class LoadProbeContract {
    private static final int ASKED = 100_000;
    /** 100 µs a question on the slowest of machines. */
    private static final Duration CHEAP = Duration.ofSeconds(10);

    /** The probe under test. */
    protected abstract LoadProbe probe();

    @Test
    void P1_the_share_is_in_0_to_1() {
        LoadProbe probe = probe();
        for (int i = 0; i < 1_000; i++) {
            assertThat(probe.cpuShare()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void P2_asking_is_cheap_for_many_threads_at_once() throws Exception {
        LoadProbe probe = probe();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Double> ask = () -> {
                double sum = 0;
                for (int i = 0; i < ASKED / 4; i++) {
                    sum += probe.cpuShare();
                }
                return sum;
            };
            long start = System.nanoTime();
            for (Future<Double> sum : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(sum.get()).isBetween(0.0, ASKED / 4.0);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CHEAP);
        } finally {
            threads.shutdownNow();
        }
    }
}
