package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.proxy.Weather;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Redis, the database and the way to them fail. */
final class Outages {
    private Outages() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow("T-R1", "Redis is restarted with its append-only file", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("redis killed", "");
                    stage.cluster().servers().redis().kill();
                    stage.cluster().servers().redis().restart();
                    stage.healed("redis killed", "");
                }),
                new FaultRow("T-R5a", "Redis is unreachable for 1 s", outage(1, Stage::redisWeather)),
                new FaultRow("T-R5b", "Redis is unreachable for 10 s", outage(10, Stage::redisWeather)),
                new FaultRow("T-R5c", "Redis is unreachable for 60 s, ten timeouts", outage(60, Stage::redisWeather)),
                new FaultRow("T-R8", "Redis stands still for 8 s", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("redis paused", "");
                    stage.cluster().servers().redis().pause();
                    stage.awaitSecond(16);
                    stage.cluster().servers().redis().resume();
                    stage.healed("redis paused", "");
                }),
                new FaultRow(
                        "T-R9",
                        "Redis answers 300 ms late",
                        weather(new Weather.Slow(Duration.ofMillis(300)), Stage::redisWeather)),
                new FaultRow(
                        "T-R10",
                        "connections to Redis are cut in the middle of replies",
                        stage -> cut(stage, Stage::redisWeather)),
                new FaultRow("T-D1", "the database is stopped for 10 s", stopped(10)),
                new FaultRow("T-D1b", "the database is stopped for 30 s", stopped(30)),
                new FaultRow("T-D2", "the database stands still for 8 s", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("database paused", "");
                    stage.cluster().servers().mariaDb().pause();
                    stage.awaitSecond(16);
                    stage.cluster().servers().mariaDb().resume();
                    stage.healed("database paused", "");
                }),
                new FaultRow(
                        "T-D3",
                        "connections to the database are cut in the middle of replies, of commits too",
                        stage -> cut(stage, Stage::databaseWeather)),
                new FaultRow("T-D5", "the database is killed", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("database killed", "");
                    stage.cluster().servers().mariaDb().kill();
                    stage.cluster().servers().mariaDb().restart();
                    stage.healed("database killed", "");
                }),
                new FaultRow(
                        "T-D6",
                        "the database is stopped; meanwhile a node ends runs, is killed with -9 and started again",
                        Outages::killedWhileTheDatabaseIsAway),
                new FaultRow(
                        "T-N3",
                        "all bytes between Redis and the nodes vanish, no connection closes",
                        weather(new Weather.BlackHole(), Stage::redisWeather)),
                new FaultRow("T-N5a", "what a slave sends to both vanishes", oneWay(false)),
                new FaultRow("T-N5b", "what both send to a slave vanishes", oneWay(true)),
                new FaultRow("T-O2", "a slow consumer: both answer one slave 400 ms late", stage -> {
                    NodeProcess node = stage.slave();
                    stage.awaitSecond(6);
                    both(stage, node, new Weather.Slow(Duration.ofMillis(400)), "slow");
                    stage.awaitSecond(20);
                    both(stage, node, Weather.FAIR, "slow");
                }),
                new FaultRow("T-N1", "a slave is cut from Redis", cutOff(true, false)),
                new FaultRow("T-N2", "a slave is cut from the database", cutOff(false, true)),
                new FaultRow("T-N4", "a slave is cut from both", cutOff(true, true)));
    }

    private static FaultRow.Play stopped(int seconds) {
        return stage -> {
            stage.awaitSecond(8);
            stage.fault("database stopped", "");
            stage.cluster().servers().mariaDb().stop();
            stage.awaitSecond(8 + seconds);
            stage.cluster().servers().mariaDb().restart();
            stage.healed("database stopped", "");
        };
    }

    /** The ends of its runs are on its disk alone; it waits for the database, and records them when that is back. */
    private static void killedWhileTheDatabaseIsAway(Stage stage) {
        NodeProcess node = stage.slave();
        stage.awaitSecond(8);
        stage.fault("database stopped", "");
        stage.cluster().servers().mariaDb().stop();
        stage.awaitSecond(13);
        stage.fault("killed", node.id());
        node.kill();
        NodeProcess next = stage.cluster().start(node.id());
        stage.awaitSecond(18);
        stage.cluster().servers().mariaDb().restart();
        stage.healed("database stopped", "");
        next.awaitReady();
        stage.healed("killed", node.id());
    }

    private static FaultRow.Play oneWay(boolean replies) {
        return stage -> {
            NodeProcess node = stage.slave();
            stage.awaitSecond(6);
            both(stage, node, new Weather.OneWay(replies), "one-way loss");
            stage.awaitSecond(18);
            both(stage, node, Weather.FAIR, "one-way loss");
        };
    }

    private static void both(Stage stage, NodeProcess node, Weather now, String words) {
        if (now == Weather.FAIR) {
            stage.healed(words, node.id());
        } else {
            stage.fault(words, node.id());
        }
        stage.redisOf(node).weather(now);
        stage.databaseOf(node).weather(now);
    }

    private static FaultRow.Play outage(int seconds, BiConsumer<Stage, Weather> where) {
        return stage -> {
            stage.awaitSecond(8);
            stage.fault("unreachable", "");
            where.accept(stage, new Weather.Reset());
            stage.awaitSecond(8 + seconds);
            where.accept(stage, Weather.FAIR);
            stage.healed("unreachable", "");
        };
    }

    private static FaultRow.Play weather(Weather bad, BiConsumer<Stage, Weather> where) {
        return stage -> {
            stage.awaitSecond(8);
            stage.fault(bad.toString(), "");
            where.accept(stage, bad);
            stage.awaitSecond(18);
            where.accept(stage, Weather.FAIR);
            stage.healed(bad.toString(), "");
        };
    }

    /** A reply every half a second, of whichever connection comes first. */
    private static void cut(Stage stage, BiConsumer<Stage, Weather> where) {
        for (int second = 6; second < 16; second++) {
            stage.awaitSecond(second);
            stage.fault("replies cut", "");
            where.accept(stage, new Weather.CutReplies(new AtomicInteger(2)));
        }
        where.accept(stage, Weather.FAIR);
        stage.healed("replies cut", "");
    }

    /** Bytes vanish and no connection closes, for twice the timeout. */
    private static FaultRow.Play cutOff(boolean redis, boolean database) {
        return stage -> {
            NodeProcess node = stage.slave();
            stage.awaitSecond(6);
            stage.fault("cut off", node.id());
            if (redis) {
                stage.redisOf(node).weather(new Weather.BlackHole());
            }
            if (database) {
                stage.databaseOf(node).weather(new Weather.BlackHole());
            }
            stage.awaitSecond(18);
            stage.redisOf(node).weather(Weather.FAIR);
            stage.databaseOf(node).weather(Weather.FAIR);
            stage.healed("cut off", node.id());
        };
    }
}
