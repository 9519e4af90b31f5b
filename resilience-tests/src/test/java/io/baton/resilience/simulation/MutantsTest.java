package io.baton.resilience.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("minutes")
class MutantsTest {
    static List<Mutant> bySeeds() throws IOException {
        return Mutant.bySeeds();
    }

    @ParameterizedTest
    @MethodSource("bySeeds")
    void every_planted_bug_is_caught(Mutant mutant) throws IOException, ReflectiveOperationException {
        assertThat(Mutants.byAnyLevel(mutant, 2_000)).as(mutant.words()).isNotEmpty();
    }

    @Test
    void classes_compiled_anew_without_a_bug_are_not_caught() throws IOException, ReflectiveOperationException {
        Mutant any = Mutant.bySeeds().get(0);
        Mutant.Change none = new Mutant.Change(any.change().take(), any.change().take());

        assertThat(Mutants.hunt(new Mutant("none", "nothing", any.file(), none, new Hunter.BySeeds(0)), 150))
                .isEmpty();
    }

    @Test
    void there_are_more_than_thirty() throws IOException {
        assertThat(Mutant.bySeeds()).hasSizeGreaterThan(30);
    }
}
