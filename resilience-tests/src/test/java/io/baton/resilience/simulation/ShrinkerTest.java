package io.baton.resilience.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.checker.Checker;
import io.baton.resilience.checker.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    /** A plan that cannot hold: its job's name is refused, which the simulation calls a surprise. */
    @Test
    void what_does_not_matter_is_taken_away() {
        Plan seed = Planner.of(26);
        JobPlan refused =
                new JobPlan("G.bad", Map.of("name", "G.bad", "target", "bean.run"), new JobPlan.Runs(50, 0, true));
        Plan plan = new Plan(
                seed.seed(), seed.nodes(), List.of(seed.jobs().get(0), refused), seed.faults(), seed.calls(), 12_000);
        try (Crew crew = new Crew()) {
            Result failing = Simulation.run(plan, crew);
            assertThat(failing.broken()).contains("no-surprise");

            Plan least = new Shrinker(crew).shrink(plan, failing);

            assertThat(least.jobs()).containsExactly(refused);
            assertThat(least.faults()).isEmpty();
            assertThat(least.calls()).isEqualTo(CallFaults.NONE);
            assertThat(least.nodes().count()).isEqualTo(1);
            Verdict again = Checker.check(failing.history());
            assertThat(again).isEqualTo(failing.verdict());
        }
    }
}
