package io.baton.resilience.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over a real Redis, with the compiled tests of its adapter. */
@Tag("minutes")
class ServerHuntIT {
    static List<Mutant> byServers() throws IOException {
        return Mutant.byServers();
    }

    @ParameterizedTest
    @MethodSource("byServers")
    void every_planted_bug_is_caught_by_its_test(Mutant mutant) throws IOException, ReflectiveOperationException {
        assertThat(Mutants.hunt(mutant, 0)).as(mutant.words()).isNotEmpty();
    }

    @Test
    void a_script_that_is_replaced_by_itself_is_not_caught() throws IOException, ReflectiveOperationException {
        Mutant any = Mutant.byServers().get(0);
        Mutant.Change none = new Mutant.Change(any.change().take(), any.change().take());

        assertThat(any.inResource()).isTrue();
        assertThat(Mutants.hunt(new Mutant("none", "nothing", any.file(), none, any.hunter()), 0))
                .isEmpty();
    }
}
