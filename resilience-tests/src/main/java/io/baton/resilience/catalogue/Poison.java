package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Messages and tasks that harm whoever takes them. */
final class Poison {
    private static final List<String> MESSAGES =
            List.of("{\"taskId\":", "42", "[1,2]", "{\"no\":\"job\"}", "NO.such-job", "{\"v\":99}", "");

    private Poison() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow("T-P1", "messages that nobody can read, on every queue", Poison::messages),
                new FaultRow(
                        "T-P2",
                        "tasks that halt the JVM that runs them",
                        Setting.USUAL.with(TrafficKind.HALT, TrafficKind.HALT_SURE),
                        Poison::halting),
                new FaultRow(
                        "T-P3",
                        "tasks that ignore the interrupt at their timeout",
                        Setting.USUAL.with(TrafficKind.STUBBORN),
                        Poison::stubborn));
    }

    private static void messages(Stage stage) {
        int sent = 0;
        List<NodeProcess> nodes = stage.cluster().living();
        for (int second = 6; second < 14; second++) {
            stage.awaitSecond(second);
            stage.fault("poison", "");
            for (NodeProcess node : nodes) {
                String message = MESSAGES.get(sent++ % MESSAGES.size());
                stage.cluster().servers().redis().send("LPUSH", Queues.of(node), message);
            }
        }
        int all = sent;
        stage.await(Duration.ofSeconds(30), () -> setAside(stage) >= all);
        stage.felt(setAside(stage) == all, "poison", setAside(stage) + " of " + all + " messages were set aside");
    }

    private static long setAside(Stage stage) {
        return Queues.length(stage, Queues.DEAD);
    }

    private static void halting(Stage stage) {
        stage.awaitSecond(4);
        stage.fault("a task halts its JVM", "");
        String once = asked(stage, "T.halt0");
        String sure = asked(stage, "T.halt_sure0");
        stage.await(Duration.ofMinutes(3), () -> {
            stage.cluster().restartEnded(Stage.NODES);
            return row(stage, once).filter(Row::done).isPresent()
                    && row(stage, sure).filter(Row::done).isPresent();
        });
        stage.cluster().living().forEach(NodeProcess::awaitReady);
        stage.healed("a task halts its JVM", "");
        Row lost = row(stage, once).orElseThrow();
        Row dead = row(stage, sure).orElseThrow();
        stage.felt(lost.outcome().equals("LOST"), once, "ended " + lost.end().words() + ", LOST was to be");
        stage.felt(dead.outcome().equals("DEAD"), sure, "ended " + dead.end().words() + ", DEAD was to be");
        stage.figure("killed its node " + (1 + dead.counts().recoveries()) + " times, then "
                + dead.end().words());
    }

    /** Asks until the task is there: the node that was asked may run it, and be gone, before it has answered. */
    private static String asked(Stage stage, String job) {
        String task = job + "@r-1";
        stage.await(Duration.ofMinutes(1), () -> {
            try {
                stage.request(job, "1");
                return true;
            } catch (UncheckedIOException e) {
                return row(stage, task).isPresent();
            }
        });
        return task;
    }

    private static Optional<Row> row(Stage stage, String task) {
        return stage.cluster().ledger().rows("T.halt%").stream()
                .filter(row -> row.id().equals(task))
                .findFirst();
    }

    private static void stubborn(Stage stage) {
        stage.fault("tasks ignore interrupts", "");
        stage.awaitSecond(25);
        long timedOut = stage.cluster().ledger().rows("T.stubborn%").stream()
                .filter(row -> row.outcome().equals("TIMED_OUT"))
                .count();
        stage.felt(timedOut > 0, "T.stubborn0", "none timed out");
    }
}
