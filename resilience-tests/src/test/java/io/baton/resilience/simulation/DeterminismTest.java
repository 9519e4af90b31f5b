package io.baton.resilience.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    @Test
    void the_same_seed_gives_the_same_trace() {
        Set<Long> traces = new HashSet<>();
        try (Crew crew = new Crew();
                Crew other = new Crew()) {
            for (long seed = 1; seed <= 60; seed++) {
                Result first = Simulation.run(Planner.of(seed), crew);
                Result again = Simulation.run(Planner.of(seed), other);

                assertThat(again.trace()).as("seed " + seed).isEqualTo(first.trace());
                assertThat(again.history()).isEqualTo(first.history());
                traces.add(first.trace().hash());
            }
        }
        assertThat(traces).hasSize(60);
    }
}
