package io.baton.resilience.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("minutes")
class ExploreTest {
    /** Depth and faults of the build; the command goes further. */
    private static final Course.Bounds WIDE = new Course.Bounds(SmallScope.OPENS, 60, new Course.Left(1, 1));

    private static final Course.Bounds DEEP = new Course.Bounds(SmallScope.OPENS, 7, new Course.Left(2, 1));
    private static final long MOST = 30_000;

    static java.util.List<Plan> plans() {
        return SmallScope.plans();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void all_rules_hold_on_every_course_with_a_fault(Plan plan) throws InterruptedException {
        explored(plan, WIDE);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void all_rules_hold_on_every_course_with_two_faults_near_the_firing(Plan plan) throws InterruptedException {
        explored(plan, DEEP);
    }

    private static void explored(Plan plan, Course.Bounds bounds) throws InterruptedException {
        long began = System.nanoTime();
        Exploration.Found found = new Exploration(plan, bounds, MOST).search(3);

        System.out.println(Words.of(found, bounds, (System.nanoTime() - began) / 1_000_000));
        assertThat(found.failures.stream().map(f -> f.course().words)).isEmpty();
        assertThat(found.complete).isTrue();
        assertThat(found.states).isGreaterThan(100);
        assertThat(found.struck).hasSizeGreaterThan(5);
    }

    @Test
    void the_same_search_meets_the_same_states() throws InterruptedException {
        Course.Bounds small = new Course.Bounds(SmallScope.OPENS, 10, new Course.Left(1, 1));
        Plan plan = SmallScope.plans().get(0);

        Exploration.Found first = new Exploration(plan, small, MOST).search(3);
        Exploration.Found again = new Exploration(plan, small, MOST).search(3);

        assertThat(again.states).isEqualTo(first.states);
        assertThat(again.runs).isEqualTo(first.runs);
        assertThat(again.calls).isEqualTo(first.calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start-without-compare-and-set", "finish-without-fence"})
    void planted_bugs_are_met(String name) throws IOException, ReflectiveOperationException {
        Mutant mutant = Mutant.all().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(Mutants.explore(mutant, 60, 1)).as(mutant.words()).isNotEmpty();
    }
}
