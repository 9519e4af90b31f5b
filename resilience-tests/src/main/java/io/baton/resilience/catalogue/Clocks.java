package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A fourth node joins whose clock is wrong. */
final class Clocks {
    /** What a node says of itself once its clock is more than 1 s off. */
    private static final String SAID = "it fires nothing until that is less than 1 s";
    /** 5 s from the due time to the claim, by nodes whose clocks are right; on a busy machine too. */
    private static final long ON_TIME = 5_000;

    private Clocks() {}

    /** It is wrong from the beginning: the node fires nothing, and the others fire as if it were not there. */
    static FaultRow.Play off(String offset) {
        return stage -> {
            long begin = System.currentTimeMillis();
            stage.fault("clock " + offset, "node-4");
            NodeProcess node = stage.cluster().startFaulty("node-4", Map.of("faulty.clock", offset));
            node.awaitReady();
            stage.await(Duration.ofSeconds(30), () -> node.log().contains(SAID));
            Felt.said(stage, node, SAID);
            stage.awaitSecond(16);
            long end = System.currentTimeMillis();
            node.stop();
            stage.healed("clock " + offset, "node-4");
            List<Row> claimed = claimed(stage, begin);
            long own = claimed.stream()
                    .filter(row -> row.claimedBy().equals(node.id()))
                    .count();
            stage.expect(own == 0, node.id(), "claimed " + own + " tasks while its clock was wrong");
            punctual(stage, begin, end);
        };
    }

    /** Of each second of the time the jobs that are due every second have a task, claimed on time. */
    private static void punctual(Stage stage, long begin, long end) {
        List<Row> ticks = stage.cluster().ledger().rows("T.tick%").stream()
                .filter(row -> row.at().scheduled() > begin && row.at().scheduled() <= end - ON_TIME)
                .toList();
        long due = (end - ON_TIME) / 1_000 - begin / 1_000;
        int jobs = TrafficKind.TICK.names().size();
        stage.expect(ticks.size() >= due * jobs, "others", ticks.size() + " of " + due * jobs + " were claimed");
        long most = ticks.stream()
                .mapToLong(row -> row.at().claimed() - row.at().scheduled())
                .max()
                .orElse(Long.MAX_VALUE);
        stage.expect(most <= ON_TIME, "others", "claimed " + most + " ms late");
        stage.figure("the others claimed " + ticks.size() + " due times, the latest after " + most + " ms");
    }

    /** It gains 3 s a minute: after 20 s it is a second ahead, and the node fires nothing any more. */
    static void drifting(Stage stage) {
        stage.fault("clock drifts", "node-4");
        NodeProcess node = stage.cluster().startFaulty("node-4", Map.of("faulty.drift", "0.05"));
        node.awaitReady();
        stage.awaitSecond(20);
        stage.await(Duration.ofSeconds(30), () -> node.log().contains(SAID));
        Felt.said(stage, node, SAID);
        long begin = System.currentTimeMillis();
        stage.rest(Duration.ofSeconds(3));
        long own = claimed(stage, begin).stream()
                .filter(row -> row.claimedBy().equals(node.id()))
                .count();
        stage.expect(own == 0, node.id(), "claimed " + own + " tasks after its clock was a second ahead");
        node.stop();
        stage.healed("clock drifts", "node-4");
    }

    private static List<Row> claimed(Stage stage, long from) {
        return stage.cluster().ledger().rows("T.%").stream()
                .filter(row -> row.at().claimed() >= from)
                .toList();
    }
}
