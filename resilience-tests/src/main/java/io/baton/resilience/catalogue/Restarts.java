package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable.Attempt;
import io.baton.resilience.cluster.LedgerTable.Content;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What nodes that go leave to others: nothing, if they go in an orderly way; what was sent to them, if they die. */
final class Restarts {
    /** 8 s: what runs by then, for 3 s at most, began in this row's time on the stage. */
    private static final int FIRST = 8;

    private Restarts() {}

    /** No task is longer than the drain timeout, 25 s: none may end LOST, and each process ends well. */
    static void rolling(Stage stage) {
        long begin = System.currentTimeMillis();
        for (int n = 1; n <= Stage.NODES; n++) {
            stage.awaitSecond(FIRST + 5 * (n - 1));
            NodeProcess node = stage.cluster().node("node-" + n);
            stage.fault("restarted", node.id());
            int code = node.stop();
            Felt.gone(stage, node);
            stage.expect(code == 0, node.id(), "ended with " + code);
            stage.cluster().start(node.id()).awaitReady();
            stage.healed("restarted", node.id());
        }
        List<String> lost = lost(stage.cluster().ledger().content("T.%"), begin);
        stage.expect(lost.isEmpty(), "rolling restart", "LOST in it: " + lost);
        stage.figure("3 nodes restarted one after the other, " + lost.size() + " tasks LOST");
    }

    /** Tasks that began from then on and ended LOST, or whose attempt did. */
    static List<String> lost(Content ledger, long begin) {
        Stream<String> ends = ledger.rows().stream()
                .filter(row -> row.outcome().equals("LOST") && row.at().started() >= begin)
                .map(Row::id);
        Stream<String> attempts = ledger.attempts().stream()
                .filter(a -> a.end().outcome().equals("LOST") && a.at().started() >= begin)
                .map(Attempt::task);
        return Stream.concat(ends, attempts).toList();
    }

    /** It stands still, so that what the others send it stays in its queue, and dies before they take it for silent. */
    static void killedBeforeTheTake(Stage stage) {
        NodeProcess slave = stage.slave();
        String queue = Queues.of(slave);
        stage.awaitSecond(8);
        slave.pause();
        stage.fault("paused", slave.id());
        stage.await(Duration.ofSeconds(10), () -> Queues.length(stage, queue) >= 1);
        slave.kill();
        stage.fault("killed", slave.id());
        long since = System.nanoTime();
        Set<String> left = queued(stage, slave).map(Row::id).collect(Collectors.toSet());
        stage.felt(!slave.alive() && !left.isEmpty(), slave.id(), left.size() + " tasks were in its queue");
        stage.await(Duration.ofSeconds(60), () -> queued(stage, slave).findAny().isEmpty());
        long millis = Duration.ofNanos(System.nanoTime() - since).toMillis();
        stage.figure(left.size() + " tasks in a dead node's queue had another node after " + millis + " ms");
        stage.await(Duration.ofSeconds(60), () -> done(stage, left) == left.size());
    }

    private static Stream<Row> queued(Stage stage, NodeProcess node) {
        return stage.cluster().ledger().rows("T.%").stream()
                .filter(row -> row.state().equals("QUEUED") && row.node().equals(node.id()));
    }

    private static long done(Stage stage, Set<String> tasks) {
        return stage.cluster().ledger().rows("T.%").stream()
                .filter(row -> tasks.contains(row.id()) && row.done())
                .count();
    }
}
