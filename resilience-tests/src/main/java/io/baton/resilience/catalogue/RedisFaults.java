package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.cluster.Servers;
import io.baton.testservers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Redis itself is emptied, rolled back, replaced, full, or robbed of its scripts and clients. */
final class RedisFaults {
    private static final String RUN_OUT = """
            local count = 0
            for _, key in ipairs(redis.call('KEYS', '*')) do
              if redis.call('PTTL', key) > 0 then
                redis.call('PEXPIRE', key, 0)
                count = count + 1
              end
            end
            return count
            """;

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
                    Felt.redisAway(stage);
                    Folder.delete(file);
                    redis.restart();
                    stage.healed("redis killed", "");
                }),
                new FaultRow(
                        "T-R4",
                        "Sentinel fail-over, and the old master goes on answering those nodes that are still with it",
                        Setting.USUAL.over(Servers::sentinels),
                        FailOvers::oldMasterLives),
                new FaultRow(
                        "T-R4b",
                        "Sentinel fail-over, since the old master stands still; later it goes on",
                        Setting.USUAL.over(Servers::sentinels),
                        FailOvers::oldMasterStandsStill),
                new FaultRow(
                        "T-C3",
                        "all that has a time to live in Redis runs out at once, as by a step of its clock",
                        RedisFaults::ranOut),
                new FaultRow(
                                "T-C3b",
                                "Redis' clock steps 60 s ahead, and back",
                                Setting.USUAL.over(Servers::redisWithFalseClock),
                                RedisFaults::clockSteps)
                        .needing(Need.REDIS_CLOCK),
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
        Felt.redisAway(stage);
        Folder.delete(file);
        Folder.copy(older, file);
        redis(stage).restart();
        stage.redisRevived();
        stage.healed("redis rolled back", "");
    }

    private static void flushed(Stage stage) {
        for (int second : List.of(6, 12)) {
            stage.awaitSecond(second);
            stage.fault("redis emptied", "");
            Felt.emptied(stage, redis(stage));
        }
    }

    /** Leases, locks and heartbeats; the server's own time is not changed. */
    private static void ranOut(Stage stage) {
        for (int second : List.of(6, 10, 14)) {
            stage.awaitSecond(second);
            stage.fault("keys ran out", "");
            int keys = Integer.parseInt(redis(stage).send("EVAL", RUN_OUT, "0"));
            stage.felt(keys >= Stage.NODES, "redis", keys + " keys had a time to live");
        }
    }

    /** Ten timeouts ahead, so that for a moment every node but one is silent by it, and what was to live for a minute is gone. */
    private static void clockSteps(Stage stage) {
        stage.awaitSecond(6);
        step(stage, Duration.ofSeconds(60));
        stage.awaitSecond(16);
        step(stage, Duration.ZERO);
        stage.healed("redis clock", "");
    }

    private static void step(Stage stage, Duration ahead) {
        stage.fault("redis clock " + ahead.toSeconds() + " s ahead", "");
        redis(stage).clockAhead(ahead);
        Felt.redisAhead(stage, redis(stage), ahead);
    }

    private static void clusterNodeKilled(Stage stage) {
        stage.awaitSecond(6);
        stage.fault("redis killed", "");
        redis(stage).kill();
        Felt.redisAway(stage);
        stage.awaitSecond(9);
        redis(stage).restart();
        stage.healed("redis killed", "");
        stage.awaitSecond(16);
        NodeProcess slave = stage.slave();
        stage.dies(slave, Death.KILLED, "killed", slave::kill);
        Felt.gone(stage, slave);
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
        stage.felt(
                redis(stage).send("INFO", "errorstats").contains("errorstat_" + error),
                "redis",
                "no command met " + error);
    }
}
