package io.baton.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.PeerContender;
import io.baton.benchmarks.peer.Peers;
import io.baton.benchmarks.result.Findings;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.workload.Forwarded;
import io.baton.benchmarks.workload.Measuring;
import io.baton.benchmarks.workload.Round;
import io.baton.benchmarks.workload.Size;
import io.baton.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks in short: fails if a task is lost or runs twice, never for want of speed. */
@Tag("minutes")
final class ShortBenchIT {
    @TempDir
    private static Path folder;

    private static Arena arena;

    @BeforeAll
    static void open() {
        arena = new Arena(folder);
    }

    @AfterAll
    static void close() {
        arena.close();
    }

    @Test
    void two_nodes_run_a_burst_each_task_once() {
        Measured measured = measured(new Baton(), new Load(2_000, 0));

        assertThat(measured.blame()).isEmpty();
        assertThat(measured.starts().all()).isEqualTo(2_000);
        assertThat(measured.cost().commits())
                .as("commits a firing")
                .isPositive()
                .isLessThan(0.5);
    }

    @Test
    void two_nodes_run_jobs_of_each_second_each_time_once_and_not_early() {
        Measured measured = measured(new Baton(), new Load(100, 5));

        assertThat(measured.blame()).isEmpty();
        assertThat(measured.starts().all()).isEqualTo(500);
        assertThat(measured.starts().lateness().get(0)).as("the earliest").isNotNegative();
    }

    @Test
    void a_peer_is_measured_by_the_same_rules() {
        Measured measured = measured(new PeerContender(Peers.DB_SCHEDULER_FETCH), new Load(500, 0));

        assertThat(measured.blame()).isEmpty();
        assertThat(measured.cost().statements()).isPositive();
    }

    @Test
    void tasks_that_are_all_sent_to_another_node_run_there_each_once() {
        assertThat(found(new Forwarded()).loads()).hasSize(1);
    }

    /** What the workload finds on Baton in short, which must all count. */
    private static Findings found(Workload workload) {
        Findings found = new Findings(line -> {});
        workload.play(new Round(arena, List.of(new Baton()), Size.SHORT, found));
        assertThat(found.voids()).isEmpty();
        return found;
    }

    private static Measured measured(Contender contender, Load load) {
        return Measuring.measure(arena.room(contender.name()), contender, load, 2);
    }
}
