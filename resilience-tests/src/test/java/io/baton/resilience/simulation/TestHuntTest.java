package io.baton.resilience.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs the compiled tests of the modules, which come before this one in the build. */
@Tag("minutes")
class TestHuntTest {
    static List<Mutant> byTests() throws IOException {
        return Mutant.byTests();
    }

    @ParameterizedTest
    @MethodSource("byTests")
    void every_planted_bug_is_caught_by_its_test(Mutant mutant) throws IOException, ReflectiveOperationException {
        assertThat(Mutants.hunt(mutant, 0)).as(mutant.words()).isNotEmpty();
    }

    @Test
    void names_are_given_once() throws IOException {
        assertThat(Mutant.all()).extracting(Mutant::name).doesNotHaveDuplicates();
    }

    @Test
    void the_page_of_the_law_names_every_planted_bug() throws IOException {
        String page = Files.readString(Path.of("../docs/ledger-law.md"));

        assertThat(Mutant.all()).allSatisfy(mutant -> assertThat(page).contains("`" + mutant.name() + "`"));
    }

    @Test
    void a_change_that_is_none_is_not_caught() throws IOException, ReflectiveOperationException {
        Mutant any = Mutant.byTests().get(0);

        assertThat(Mutants.hunt(changed(any, any.change().take()), 0)).isEmpty();
    }

    @Test
    void a_bug_that_does_not_compile_is_a_mistake_of_the_list() throws IOException {
        Mutant any = Mutant.byTests().get(0);

        assertThatThrownBy(() -> Mutants.hunt(changed(any, "no Java"), 0)).hasMessageContaining("does not compile");
    }

    @Test
    void a_module_without_compiled_tests_says_what_to_run() throws IOException {
        Mutant any = Mutant.byTests().get(0);
        Hunter.ByTest test = new Hunter.ByTest("nowhere", "io.baton.NoTest", "");

        assertThatThrownBy(() -> new TestHunt(Path.of("..")).hunt(any, test)).hasMessageContaining("mvn verify");
    }

    private static Mutant changed(Mutant mutant, String give) {
        return new Mutant(
                "changed",
                mutant.words(),
                mutant.file(),
                new Mutant.Change(mutant.change().take(), give),
                mutant.hunter());
    }
}
