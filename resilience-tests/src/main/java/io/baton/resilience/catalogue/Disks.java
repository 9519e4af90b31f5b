package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
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
                new FaultRow("T-F2", "the disk of Redis' append-only file is full for 10 s", Disks::appendOnlyFull));
    }

    private static void logFull(Stage stage) {
        stage.fault("log full", "node-4");
        NodeProcess node = stage.cluster().startOnFullDisk("node-4");
        stage.await(Duration.ofMinutes(2), () -> ran(stage, node) > 10);
        stage.awaitSecond(20);
        stage.figure(ran(stage, node) + " tasks ran on it");
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
        stage.fault("redis emptied", "");
        redis.kill();
        Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
        Folder.copy(folder, kept);
        try (SmallDisk disk = SmallDisk.on(folder)) {
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
}
