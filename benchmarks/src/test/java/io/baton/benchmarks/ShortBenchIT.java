package io.baton.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.PeerContender;
import io.baton.benchmarks.peer.Peers;
import java.nio.file.Path;
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

    private static Measured measured(Contender contender, Load load) {
        return Bench.measure(arena.room(contender.name()), contender, load, 2);
    }
}
