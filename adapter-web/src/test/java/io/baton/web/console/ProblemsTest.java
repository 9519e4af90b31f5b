package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import io.baton.domain.port.StoreWarning;
import io.baton.domain.port.StoreWarning.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static Visit in(Tongue tongue) {
        Caller who = new Caller("ann", Rights.ADMIN, "here");
        return new Visit(who, "/", new Visit.Manner(tongue, "", ""), name -> Optional.empty());
    }

    private static Optional<String> clock(long millis) {
        return Problems.clock(in(Tongue.ENGLISH), "node-1", Duration.ofMillis(millis));
    }

    @Test
    void a_clock_that_keeps_a_node_from_firing_is_a_problem_and_said_from_the_nodes_side() {
        assertThat(clock(2_000)).get().asString().contains("node-1 is 2 s behind");
        assertThat(clock(-2_000)).get().asString().contains("node-1 is 2 s ahead");
        assertThat(clock(1_000)).isEmpty();
        assertThat(clock(-1_000)).isEmpty();
    }

    @Test
    void what_stores_may_forget_is_a_problem_in_words_of_either_language() {
        List<StoreWarning> all = Arrays.stream(Kind.values())
                .map(kind -> new StoreWarning(kind, ""))
                .toList();

        for (Tongue tongue : List.of(Tongue.ENGLISH, Tongue.CHINESE)) {
            assertThat(Problems.ofStores(in(tongue), all))
                    .hasSize(all.size() - 1)
                    .doesNotHaveDuplicates()
                    .noneMatch(words -> words.contains("problem."));
        }
    }

    @Test
    void a_hole_that_nobody_can_mend_from_here_is_none() {
        assertThat(Problems.ofStores(in(Tongue.ENGLISH), List.of(new StoreWarning(Kind.UNPATCHED, ""))))
                .isEmpty();
    }
}
