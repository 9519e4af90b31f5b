package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Kind;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages that have no task yet, of senders that know no ledger: whoever takes one enters it. */
final class OldMessages {
    private static final String JOB = "T.legacy0";
    /** More than a node has slots, so that some are taken and some wait when it dies. */
    private static final int MESSAGES = 40;
    /** Five tries. */
    private static final int MOST = 5 * MESSAGES;

    private OldMessages() {}

    /** Each message becomes one task: those that waited, and those that were taken and not entered yet. */
    static void takenAndKilled(Stage stage) {
        long taken = 0;
        int sent = 0;
        // The first that a node takes may be another message, which it was waiting for: then once more.
        for (int second = 10; taken < 1 && sent < MOST; second += 5) {
            stage.awaitSecond(second);
            taken = takenAtDeath(stage, sent);
            sent += MESSAGES;
            int all = sent;
            stage.await(
                    Duration.ofMinutes(2),
                    () -> rows(stage).size() >= all && rows(stage).stream().allMatch(Row::done));
        }
        stage.felt(taken > 0, "node-4", "it took none of " + sent + " messages");
        stage.expect(
                rows(stage).size() == sent,
                JOB,
                sent + " messages became " + rows(stage).size() + " tasks");
        stage.figure("when the node died, " + taken + " of " + MESSAGES
                + " old messages were taken and had no task; all have one now");
    }

    /** @return how many messages a node had taken and not entered when it died, at least: others may take what is left meanwhile */
    private static long takenAtDeath(Stage stage, int before) {
        Path armed = Kills.armed();
        NodeProcess node = stage.cluster()
                .startFaulty("node-4", Map.of("faulty.halt", "after-take", "faulty.armed", armed.toString()));
        node.awaitReady();
        node.pause();
        long sent = System.currentTimeMillis();
        push(stage, node);
        Kills.arm(armed, Set.of());
        node.resume();
        stage.await(Duration.ofMinutes(1), () -> !node.alive());
        stage.fault("killed after TAKE", node.id());
        long left = Queues.count(stage, Queues.of(node), JOB);
        List<Row> entered = rows(stage);
        stage.await(Duration.ofMinutes(2), () -> rows(stage).size() >= before + MESSAGES);
        rows(stage).stream().skip(before).forEach(row -> stage.tell(sent, Kind.ASKED, row.id(), ""));
        return MESSAGES - left - (entered.size() - before);
    }

    /** At the end of the queue that is taken first, in one step. */
    private static void push(Stage stage, NodeProcess node) {
        List<String> words = new ArrayList<>(List.of("RPUSH", Queues.of(node)));
        words.addAll(Collections.nCopies(MESSAGES, JOB));
        stage.cluster().servers().redis().send(words.toArray(String[]::new));
    }

    private static List<Row> rows(Stage stage) {
        return stage.cluster().ledger().rows(JOB);
    }
}
