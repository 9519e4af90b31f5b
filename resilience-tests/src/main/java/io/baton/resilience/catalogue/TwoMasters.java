package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Journal.Entry;
import io.baton.resilience.cluster.Journal.Mark;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A fourth node takes itself for the master, and one of the three is it: both do a master's work. */
final class TwoMasters {
    /** What a node that does not take itself for the master never fires; due every second. */
    private static final String JOB = TrafficKind.MASTER.names().get(0);
    /** Which of the two wins a due time is chance, so that each has some within 30 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int SOME = 2;

    private TwoMasters() {}

    static void play(Stage stage) {
        stage.fault("always master", "node-4");
        NodeProcess node = stage.cluster().startFaulty("node-4", Map.of("faulty.master", "true"));
        node.awaitReady();
        stage.await(PATIENCE, () -> node.log().contains("this node is the master now"));
        NodeProcess other = stage.master();
        stage.felt(!other.id().equals(node.id()), node.id(), "it is the only master");
        long begin = System.currentTimeMillis();
        stage.awaitSecond(16);
        stage.within(PATIENCE, () -> fired(stage, node, begin) >= SOME && fired(stage, other, begin) >= SOME);
        long its = fired(stage, node, begin);
        long others = fired(stage, other, begin);
        stage.felt(its >= SOME, node.id(), "it fired " + its + " times what only a master fires");
        stage.felt(others >= SOME, other.id(), "it fired " + others + " times what only a master fires");
        stage.felt(stage.master().id().equals(other.id()), other.id(), "it is the master no more");
        node.stop();
        stage.healed("always master", "node-4");
        once(stage);
        stage.figure("of what only a master fires " + node + " claimed " + its + " due times, " + other + " " + others);
    }

    private static long fired(Stage stage, NodeProcess node, long since) {
        return stage.cluster().ledger().rows(JOB).stream()
                .filter(row -> row.at().claimed() > since && row.claimedBy().equals(node.id()))
                .count();
    }

    /** The checker asks that of all tasks; of these it is what two masters are about. */
    private static void once(Stage stage) {
        List<String> begun = stage.cluster().journal().entries().stream()
                .filter(entry -> entry.mark() == Mark.BEGAN && entry.task().startsWith(JOB + "@"))
                .map(Entry::task)
                .toList();
        stage.expect(begun.size() == Set.copyOf(begun).size(), JOB, "some of these began twice: " + begun);
    }
}
