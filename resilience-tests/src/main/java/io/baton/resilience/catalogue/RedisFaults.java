package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.cluster.Servers;
import io.baton.testservers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Redis itself is emptied, rolled back, replaced, full, or robbed of its scripts and clients. */
final class RedisFaults {
    private RedisFaults() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow("T-R2", "Redis is restarted from an append-only file 5 s old", RedisFaults::rolledBack),
                new FaultRow("T-R3", "Redis is emptied twice", RedisFaults::flushed),
                new FaultRow("T-R3b", "Redis is killed and comes back empty", stage -> {
                    RedisServer redis = redis(stage);
                    Path file = appendOnly(stage);
                    stage.awaitSecond(8);
                    stage.fault("redis killed", "");
                    redis.kill();
                    Folder.delete(file);
                    redis.restart();
                    stage.healed("redis killed", "");
                }),
                new FaultRow(
                        "T-R4",
                        "Sentinel fail-over, and the old master lives",
                        Setting.USUAL.over(Servers::sentinels),
                        RedisFaults::oldMasterLives),
                new FaultRow(
                        "T-R11",
                        "the node of a Redis Cluster that has the keys is killed and comes back, then a slave is killed",
                        Setting.USUAL.over(Servers::redisCluster),
                        RedisFaults::clusterNodeKilled),
                new FaultRow("T-R6", "Redis is out of memory for 10 s", RedisFaults::outOfMemory),
                new FaultRow("T-R7", "scripts are flushed and clients killed all the time", RedisFaults::storm));
    }

    private static RedisServer redis(Stage stage) {
        return stage.cluster().servers().redis();
    }

    /** The folder of its append-only file. */
    private static Path appendOnly(Stage stage) {
        return folder(stage).resolve("appendonlydir");
    }

    /** The folder that it works in. */
    static Path folder(Stage stage) {
        String dir = redis(stage)
                .send("CONFIG", "GET", "dir")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        return Path.of(dir);
    }

    private static void rolledBack(Stage stage) {
        Path file = appendOnly(stage);
        Path older = file.resolveSibling("older");
        stage.awaitSecond(6);
        Folder.copy(file, older);
        stage.awaitSecond(11);
        stage.fault("redis rolled back", "");
        redis(stage).kill();
        Folder.delete(file);
        Folder.copy(older, file);
        redis(stage).restart();
        stage.healed("redis rolled back", "");
    }

    private static void flushed(Stage stage) {
        for (int second : List.of(6, 12)) {
            stage.awaitSecond(second);
            stage.fault("redis emptied", "");
            redis(stage).send("FLUSHALL");
        }
    }

    private static void oldMasterLives(Stage stage) {
        RedisServer old = redis(stage);
        stage.awaitSecond(6);
        stage.fault("redis master paused", "");
        old.pause();
        stage.awaitSecond(13);
        old.resume();
        stage.healed("redis master paused", "");
        stage.await(Duration.ofSeconds(60), () -> old.send("ROLE").startsWith("slave"));
    }

    private static void clusterNodeKilled(Stage stage) {
        stage.awaitSecond(6);
        stage.fault("redis killed", "");
        redis(stage).kill();
        stage.awaitSecond(9);
        redis(stage).restart();
        stage.healed("redis killed", "");
        stage.awaitSecond(16);
        NodeProcess slave = stage.slave();
        stage.fault("killed", slave.id());
        slave.kill();
    }

    private static void outOfMemory(Stage stage) {
        stage.awaitSecond(6);
        stage.fault("redis out of memory", "");
        redis(stage).send("CONFIG", "SET", "maxmemory", "1");
        stage.awaitSecond(16);
        redis(stage).send("CONFIG", "SET", "maxmemory", "0");
        stage.healed("redis out of memory", "");
        bitten(stage, "OOM");
    }

    private static void storm(Stage stage) {
        for (int step = 0; step < 100; step++) {
            stage.awaitTenth(60 + step);
            redis(stage).send("SCRIPT", "FLUSH", "SYNC");
            if (step % 10 == 0) {
                stage.fault("scripts flushed, clients killed", "");
                redis(stage).send("CLIENT", "KILL", "TYPE", "normal");
                redis(stage).send("CLIENT", "KILL", "TYPE", "pubsub");
            }
        }
        stage.healed("scripts flushed, clients killed", "");
        bitten(stage, "NOSCRIPT");
    }

    /** The server refused commands for that reason: the fault was felt. */
    static void bitten(Stage stage, String error) {
        stage.expect(
                redis(stage).send("INFO", "errorstats").contains("errorstat_" + error),
                "redis",
                "no command met " + error + ": the row shows nothing");
    }
}
