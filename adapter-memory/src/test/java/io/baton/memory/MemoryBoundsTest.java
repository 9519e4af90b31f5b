package io.baton.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.FiringId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoryBoundsTest {
    private final SettableClock clock = new SettableClock();

    @Test
    void claims_that_have_ended_are_removed_by_later_claims() {
        MemoryTaskLock lock = new MemoryTaskLock(clock);
        List<FiringId> thousand = IntStream.range(0, 1000)
                .mapToObj(n -> FiringId.scheduled(
                        JobKey.parse("DEMO.a"), clock.instant().plusMillis(n)))
                .toList();
        lock.claim(thousand, Incarnation.parse("node/a"), Duration.ofSeconds(1));
        assertThat(lock.size()).isEqualTo(1000);

        clock.pass(Duration.ofSeconds(2));
        lock.claim(thousand.subList(0, 1), Incarnation.parse("node/b"), Duration.ofSeconds(1));

        assertThat(lock.size()).isEqualTo(1);
    }

    @Test
    void the_load_probe_answers_a_share_whatever_it_was_told() {
        SettableLoadProbe probe = new SettableLoadProbe();
        assertThat(probe.cpuShare()).isZero();

        probe.set(0.4);
        assertThat(probe.cpuShare()).isEqualTo(0.4);
        probe.set(7);
        assertThat(probe.cpuShare()).isEqualTo(1.0);
        probe.set(Double.NaN);
        assertThat(probe.cpuShare()).isZero();
    }
}
