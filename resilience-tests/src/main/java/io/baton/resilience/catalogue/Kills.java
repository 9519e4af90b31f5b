package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.faulty.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Deaths of processes: kill -9 at each named step, of the master, in the middle of runs, and over and over. */
final class Kills {
    private Kills() {}

    static List<FaultRow> rows() {
        return Stream.concat(ofNodes().stream(), SweepKills.rows().stream()).toList();
    }

    private static List<FaultRow> ofNodes() {
        return List.of(
                at("T-K1", "kill -9 before the claim", "before", Step.CLAIM),
                at("T-K2", "kill -9 after the claim, before the push", "after", Step.CLAIM),
                at("T-K3", "kill -9 after the filter", "after", Step.FILTER),
                at("T-K4", "kill -9 after the push", "after", Step.PUSH),
                at("T-K5", "kill -9 after the take, before the start", "after", Step.TAKE),
                at("T-K6a", "kill -9 after the start was committed, before the method", "after", Step.START),
                at("T-K7", "kill -9 after the run, before its end is recorded", "before", Step.FINISH),
                at("T-K8", "kill -9 after the end was recorded, before the acknowledgement", "after", Step.FINISH),
                at("T-K9", "kill -9 after the acknowledgement", "after", Step.ACKNOWLEDGE),
                new FaultRow("T-K6", "kill -9 of a slave in the middle of runs", stage -> killed(stage, stage.slave())),
                new FaultRow("T-K10", "kill -9 of the master", stage -> killed(stage, stage.master())),
                new FaultRow("T-K11", "kill -9 of a slave that is started again at once under its name", stage -> {
                    NodeProcess node = stage.slave();
                    killed(stage, node);
                    stage.cluster().start(node.id()).awaitReady();
                    stage.healed("killed", node.id());
                }),
                new FaultRow("T-U1", "rolling restart", Restarts::rolling),
                new FaultRow(
                        "T-K4b",
                        "kill -9 of a slave after pushes to it, before it takes them",
                        Restarts::killedBeforeTheTake),
                new FaultRow(
                        "T-L1",
                        "messages of the old format are sent to a node, and it is killed with -9 after it took some",
                        Setting.USUAL.with(TrafficKind.LEGACY),
                        OldMessages::takenAndKilled));
    }

    private static FaultRow at(String id, String title, String when, Step step) {
        return new FaultRow(id, title, stage -> {
            Path armed = armed();
            NodeProcess node = stage.cluster().startFaulty("node-4", halt(when, step, armed));
            node.awaitReady();
            stage.awaitSecond(10);
            arm(armed, Set.of());
            stage.await(Duration.ofMinutes(2), () -> !node.alive());
            stage.dies(node, Death.KILLED, "killed " + when + " " + step, () -> {});
            Felt.halted(stage, node);
        });
    }

    private static void killed(Stage stage, NodeProcess node) {
        stage.awaitSecond(8);
        stage.dies(node, Death.KILLED, "killed", node::kill);
        Felt.gone(stage, node);
    }

    /** The properties of a node that halts there. @param when before or after */
    static Map<String, String> halt(String when, Step step, Path armed) {
        return Map.of(
                "faulty.halt", when + "-" + step.name().toLowerCase(Locale.ROOT), "faulty.armed", armed.toString());
    }

    /** The name of a file that is not there yet: once it is, a fail point bites. */
    static Path armed() {
        try {
            Path file = Files.createTempFile("baton-fail-point", ".armed");
            Files.delete(file);
            return file.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it bite at a step for one of these tasks, of any if there are none. */
    static void arm(Path file, Set<String> tasks) {
        try {
            Path next = Files.write(file.resolveSibling(file.getFileName() + ".next"), tasks);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
