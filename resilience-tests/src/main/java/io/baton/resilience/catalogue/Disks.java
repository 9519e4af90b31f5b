package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.testservers.MariaDbServer;
import io.baton.testservers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Disks that are full. */
final class Disks {
    private Disks() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow("T-F1", "the disk of a node's log is full", Disks::logFull),
                new FaultRow("T-F2", "the disk of Redis' append-only file is full for 10 s", Disks::appendOnlyFull)
                        .needing(Need.ROOT),
                new FaultRow("T-D4", "the disk of the database is full for 10 s", Disks::databaseFull)
                        .needing(Need.ROOT));
    }

    private static void logFull(Stage stage) {
        stage.fault("log full", "node-4");
        NodeProcess node = stage.cluster().startOnFullDisk("node-4");
        stage.await(Duration.ofMinutes(2), () -> ran(stage, node) > 10);
        stage.awaitSecond(20);
        stage.figure(ran(stage, node) + " tasks ran on it");
        stage.felt(node.alive() && node.log().isEmpty(), node.id(), "it has a log, or is no more");
        int code = node.stop();
        stage.expect(code == 0, node.id(), "ended with " + code);
        stage.healed("log full", "node-4");
    }

    private static long ran(Stage stage, NodeProcess node) {
        return stage.cluster().ledger().rows("T.%").stream()
                .filter(row -> row.node().equals(node.id()) && row.outcome().equals("SUCCEEDED"))
                .count();
    }

    /** The server begins anew in a folder that is a small disk: it cannot take its file to another one while it runs. */
    private static void appendOnlyFull(Stage stage) {
        RedisServer redis = stage.cluster().servers().redis();
        Path folder = RedisFaults.folder(stage);
        stage.fault("redis restarted", "");
        redis.kill();
        Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
        Folder.copy(folder, kept);
        try (SmallDisk disk = SmallDisk.on(folder, 4)) {
            Folder.copy(kept, folder);
            redis.restart();
            stage.awaitSecond(8);
            stage.fault("append-only file full", "");
            disk.fill();
            stage.awaitSecond(18);
            disk.free();
            stage.healed("append-only file full", "");
            RedisFaults.bitten(stage, "MISCONF");
        }
        Folder.delete(kept);
    }

    /** As above, and back again. What grows meets the full disk; what fits into pages that are there is still taken. */
    private static void databaseFull(Stage stage) {
        MariaDbServer database = stage.cluster().servers().mariaDb();
        Path data = Path.of(stage.cluster().ledger().value("SELECT @@datadir"));
        Path kept = data.resolveSibling("data-kept");
        stage.fault("database restarted", "");
        database.stop();
        Folder.copy(data, kept);
        try (SmallDisk disk = SmallDisk.on(data, 256)) {
            Folder.copy(kept, data);
            Folder.delete(kept);
            database.restart();
            stage.awaitSecond(8);
            stage.fault("database full", "");
            disk.fill();
            stage.await(Duration.ofSeconds(60), () -> sayFull(stage));
            stage.felt(sayFull(stage), "database", "no node says that a table is full");
            stage.rest(Duration.ofSeconds(10));
            disk.free();
            stage.healed("database full", "");
            database.stop();
            Folder.copy(data, kept);
        }
        Folder.delete(data);
        Folder.copy(kept, data);
        database.restart();
        long back = System.currentTimeMillis();
        stage.healed("database restarted", "");
        stage.await(Duration.ofMinutes(1), () -> claimed(stage, back) > 2 * Stage.NODES);
    }

    private static long claimed(Stage stage, long from) {
        return stage.cluster().ledger().rows("T.%").stream()
                .filter(row -> row.at().claimed() > from)
                .count();
    }

    private static boolean sayFull(Stage stage) {
        return stage.cluster().living().stream().anyMatch(node -> node.log().contains("is full"));
    }
}
