package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.proxy.Weather;
import java.time.Duration;
import java.util.List;

/** Redis, the database and the way to them fail. */
final class Outages {
    private Outages() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow("T-R1", "Redis is restarted with its append-only file", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("redis killed", "");
                    stage.cluster().servers().redis().kill();
                    Felt.redisAway(stage);
                    stage.cluster().servers().redis().restart();
                    stage.healed("redis killed", "");
                }),
                new FaultRow("T-R5a", "Redis is unreachable for 1 s", unreachable(1)),
                new FaultRow("T-R5b", "Redis is unreachable for 10 s", unreachable(10)),
                new FaultRow("T-R5c", "Redis is unreachable for 60 s, ten timeouts", unreachable(60)),
                new FaultRow("T-R8", "Redis stands still for 8 s", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("redis paused", "");
                    stage.cluster().servers().redis().pause();
                    Felt.redisAway(stage);
                    stage.awaitSecond(16);
                    stage.cluster().servers().redis().resume();
                    stage.healed("redis paused", "");
                }),
                new FaultRow("T-R9", "Redis answers 300 ms late", weather(new Weather.Slow(Duration.ofMillis(300)))),
                new FaultRow("T-R10", "connections to Redis are cut in the middle of replies", Outages::redisReplies),
                new FaultRow("T-D1", "the database is stopped for 10 s", stopped(10)),
                new FaultRow("T-D1b", "the database is stopped for 30 s", stopped(30)),
                new FaultRow("T-D2", "the database stands still for 8 s", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("database paused", "");
                    stage.cluster().servers().mariaDb().pause();
                    Felt.databaseAway(stage);
                    stage.awaitSecond(16);
                    stage.cluster().servers().mariaDb().resume();
                    stage.healed("database paused", "");
                }),
                new FaultRow(
                        "T-D3",
                        "connections to the database are cut in the middle of replies, of commits too",
                        Outages::databaseReplies),
                new FaultRow("T-D5", "the database is killed", stage -> {
                    stage.awaitSecond(8);
                    stage.fault("database killed", "");
                    stage.cluster().servers().mariaDb().kill();
                    Felt.databaseAway(stage);
                    stage.cluster().servers().mariaDb().restart();
                    stage.healed("database killed", "");
                }),
                new FaultRow(
                        "T-D6",
                        "the database is stopped; meanwhile a node ends runs, is killed with -9 and started again",
                        Outages::killedWhileTheDatabaseIsAway));
    }

    private static FaultRow.Play stopped(int seconds) {
        return stage -> {
            stage.awaitSecond(8);
            stage.fault("database stopped", "");
            stage.cluster().servers().mariaDb().stop();
            Felt.databaseAway(stage);
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
        Felt.databaseAway(stage);
        stage.awaitSecond(13);
        stage.fault("killed", node.id());
        node.kill();
        Felt.gone(stage, node);
        NodeProcess next = stage.cluster().start(node.id());
        stage.awaitSecond(18);
        stage.cluster().servers().mariaDb().restart();
        stage.healed("database stopped", "");
        next.awaitReady();
        stage.healed("killed", node.id());
    }

    private static FaultRow.Play unreachable(int seconds) {
        return stage -> {
            stage.awaitSecond(8);
            stage.fault("unreachable", "");
            stage.redisWeather(new Weather.Reset());
            Felt.redis(stage, anybody(stage), new Weather.Reset());
            stage.awaitSecond(8 + seconds);
            stage.redisWeather(Weather.FAIR);
            stage.healed("unreachable", "");
        };
    }

    private static FaultRow.Play weather(Weather bad) {
        return stage -> {
            stage.awaitSecond(8);
            stage.fault(bad.toString(), "");
            stage.redisWeather(bad);
            Felt.redis(stage, anybody(stage), bad);
            stage.awaitSecond(18);
            stage.redisWeather(Weather.FAIR);
            stage.healed(bad.toString(), "");
        };
    }

    /** Twice a second a reply, of whichever connection comes first. */
    private static void redisReplies(Stage stage) {
        int cut = 0;
        for (int second = 6; second < 16; second++) {
            stage.awaitSecond(second);
            stage.fault("replies cut", "");
            Weather.CutReplies weather = Weather.CutReplies.next(2);
            stage.redisWeather(weather);
            stage.awaitSecond(second + 1);
            cut += weather.cut();
        }
        stage.redisWeather(Weather.FAIR);
        stage.healed("replies cut", "");
        Felt.cut(stage, "redis", cut);
    }

    /** In turn any reply and one to a COMMIT: what was asked was done, and the node does not know. */
    private static void databaseReplies(Stage stage) {
        int commits = 0;
        int others = 0;
        for (int second = 6; second < 16; second += 2) {
            others += cut(stage, second, Weather.CutReplies.next(2));
            commits += cut(stage, second + 1, Weather.CutReplies.nextTo("commit", 2));
        }
        stage.databaseWeather(Weather.FAIR);
        stage.healed("replies cut", "");
        Felt.cut(stage, "database", others);
        Felt.cut(stage, "COMMIT", commits);
        stage.figure(commits + " replies to COMMIT were cut, and " + others + " others");
    }

    private static int cut(Stage stage, int second, Weather.CutReplies weather) {
        stage.awaitSecond(second);
        stage.fault("replies cut", weather.to());
        stage.databaseWeather(weather);
        stage.awaitSecond(second + 1);
        return weather.cut();
    }

    private static NodeProcess anybody(Stage stage) {
        return stage.cluster().living().get(0);
    }
}
