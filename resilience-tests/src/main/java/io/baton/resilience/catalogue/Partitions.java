package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.proxy.FaultProxy;
import io.baton.resilience.proxy.Weather;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Ways between nodes and servers on which bytes vanish, or are slow. */
final class Partitions {
    private Partitions() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow(
                        "T-N3",
                        "all bytes between Redis and the nodes vanish, no connection closes",
                        Partitions::blackHole),
                new FaultRow("T-N5a", "what a slave sends to both vanishes", oneWay(false)),
                new FaultRow("T-N5b", "what both send to a slave vanishes", oneWay(true)),
                new FaultRow("T-O2", "a slow consumer: both answer one slave 400 ms late", stage -> {
                    NodeProcess node = stage.slave();
                    stage.awaitSecond(6);
                    Weather slow = new Weather.Slow(Duration.ofMillis(400));
                    stage.fault("slow", node.id());
                    both(stage, node, slow);
                    Felt.redis(stage, node, slow);
                    stage.awaitSecond(20);
                    both(stage, node, Weather.FAIR);
                    stage.healed("slow", node.id());
                }),
                new FaultRow(
                        "T-N1",
                        "a slave is cut from Redis",
                        cutOff(Stage::redisOf, (stage, node) -> Felt.redis(stage, node, new Weather.BlackHole()))),
                new FaultRow(
                        "T-N2",
                        "a slave is cut from the database",
                        cutOff(
                                Stage::databaseOf,
                                (stage, node) -> Felt.database(stage, node, new Weather.BlackHole()))),
                new FaultRow("T-N4", "a slave is cut from both", silent("cut off", new Weather.BlackHole())));
    }

    private static void blackHole(Stage stage) {
        NodeProcess node = stage.cluster().living().get(0);
        stage.awaitSecond(8);
        stage.fault("black hole", "");
        stage.redisWeather(new Weather.BlackHole());
        Felt.redis(stage, node, new Weather.BlackHole());
        stage.awaitSecond(18);
        stage.redisWeather(Weather.FAIR);
        stage.healed("black hole", "");
    }

    private static FaultRow.Play oneWay(boolean replies) {
        return silent("one-way loss", new Weather.OneWay(replies));
    }

    /** Neither server hears of the node for twice the timeout, so that others take what it held. */
    private static FaultRow.Play silent(String words, Weather bad) {
        return stage -> {
            NodeProcess node = stage.slave();
            stage.awaitSecond(6);
            stage.dies(node, Death.SILENT, words, () -> both(stage, node, bad));
            Felt.redis(stage, node, bad); // a database greets those that say nothing
            stage.awaitSecond(18);
            both(stage, node, Weather.FAIR);
            stage.healed(words, node.id());
        };
    }

    private static void both(Stage stage, NodeProcess node, Weather now) {
        stage.redisOf(node).weather(now);
        stage.databaseOf(node).weather(now);
    }

    /** Bytes vanish and no connection closes, for twice the timeout; to one kind of server only, so nobody takes the node for dead. */
    private static FaultRow.Play cutOff(
            BiFunction<Stage, NodeProcess, FaultProxy> from, BiConsumer<Stage, NodeProcess> felt) {
        return stage -> {
            NodeProcess node = stage.slave();
            stage.awaitSecond(6);
            stage.fault("cut off", node.id());
            from.apply(stage, node).weather(new Weather.BlackHole());
            felt.accept(stage, node);
            stage.awaitSecond(18);
            from.apply(stage, node).weather(Weather.FAIR);
            stage.healed("cut off", node.id());
        };
    }
}
