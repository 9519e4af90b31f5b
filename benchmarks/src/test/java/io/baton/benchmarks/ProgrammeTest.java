package io.baton.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.workload.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the words of the command line ask for. */
final class ProgrammeTest {
    @Test
    void without_more_words_all_is_played_by_all() {
        Programme programme = Programme.parse(List.of("full"));

        assertThat(programme.rounds()).isEqualTo(3);
        assertThat(programme.workloads()).containsExactly(Workloads.values());
        assertThat(programme.contenders())
                .extracting(Contender::name)
                .startsWith("baton")
                .hasSize(5);
    }

    @Test
    void workloads_rounds_and_contenders_are_chosen_in_any_order() {
        Programme programme = Programme.parse(List.of("short", "quartz", "B", "rounds=2", "G", "baton"));

        assertThat(programme.size()).isEqualTo(Size.SHORT);
        assertThat(programme.rounds()).isEqualTo(2);
        assertThat(programme.workloads())
                .containsExactly(
                        Workloads.B, Workloads.G_NODES, Workloads.G_JOBS, Workloads.G_LEDGER, Workloads.G_QUEUE);
        assertThat(programme.contenders()).extracting(Contender::name).containsExactly("quartz", "baton");
        assertThat(Programme.parse(List.of("short", "G-jobs")).workloads()).containsExactly(Workloads.G_JOBS);
    }

    @Test
    void a_word_that_names_nothing_is_refused_with_those_that_do() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Programme.parse(List.of("short", "X")))
                .withMessageStartingWith("X is none of rounds=N, A, B, C, D, E, F, G-nodes,")
                .withMessageEndingWith("jobrunr");
    }
}
