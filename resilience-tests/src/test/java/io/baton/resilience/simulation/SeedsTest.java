package io.baton.resilience.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class SeedsTest {
    /** 20,000 in the build; {@code -Dbaton.simulation.seeds=N} for another number. */
    private static final long SEEDS = Long.getLong("baton.simulation.seeds", 20_000);

    @Test
    void all_rules_hold_in_every_seed() throws InterruptedException {
        long began = System.nanoTime();

        Seeds.Sum sum = new Seeds(Runtime.getRuntime().availableProcessors(), 20).run(1, SEEDS);

        System.out.println(Words.of(sum, (System.nanoTime() - began) / 1_000_000));
        assertThat(sum.failures.stream().map(f -> f.history().frame().name() + " " + f.broken()))
                .isEmpty();
        assertThat(sum.seeds).isEqualTo(SEEDS);
    }

    @Test
    void a_few_hundred_seeds_hold_every_kind_of_fault() throws InterruptedException {
        Seeds.Sum sum = new Seeds(Runtime.getRuntime().availableProcessors(), 20).run(1, 300);

        assertThat(sum.faults.keySet())
                .containsAll(Arrays.stream(Fault.Kind.values())
                        .map(Fault.Kind::words)
                        .toList())
                .contains(
                        "call-slow",
                        "call-fails",
                        "call-done-but-fails",
                        "call-twice",
                        "killed-in-a-call",
                        "paused-in-a-call");
    }
}
