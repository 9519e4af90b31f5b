package io.baton.resilience.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Three nodes with the demo jobs over a Redis and a MariaDB that it brings, to look at and to break. Their logs are shown
 * together; Ctrl-C ends everything.
 */
public final class DemoCluster {
    private static final int NODES = 3;

    private DemoCluster() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo-cluster");
        say("Starting a Redis and a MariaDB (the first time unpacks them: some 10 s) …");
        Cluster cluster = new Cluster(Servers.start(), folder, List.of("--demo"));
        Thread end = new Thread(() -> end(cluster, folder), "demo-end");
        Runtime.getRuntime().addShutdownHook(end);
        say("  " + cluster.servers().redis());
        say("  " + cluster.servers().mariaDb());
        cluster.startAll(NODES);
        introduce(cluster);
        follow(cluster, folder);
        System.exit(0); // nothing is left to look at; the hook tidies up
    }

    private static void introduce(Cluster cluster) {
        say("");
        say("Three nodes run. The API token is " + NodeApi.TOKEN);
        cluster.living()
                .forEach(node -> say("  " + node.id() + "  " + node.address().orElse("?") + "  process " + node.pid()));
        String master = cluster.master(cluster.api());
        say("");
        say("What to break, and what to watch:");
        say("  kill -9 " + cluster.living().get(2).pid()
                + "      within some 5 s its queued tasks run elsewhere; running ones" + " end LOST");
        say("  kill -9 <the master, now " + master
                + ">   another node says \"this node is the master now\"; firing goes on");
        say(
                "  kill -STOP / -CONT <process>   a paused node is not dead until 30 s are over; its late results count for nothing");
        say("  java -jar " + NodeJar.path() + " nodes --server="
                + cluster.living().get(0).address().orElse("?") + " --token=" + NodeApi.TOKEN);
        say("Ctrl-C ends the nodes and the servers. From here on: the nodes' own words.");
        say("");
    }

    /** Shows what the nodes log until the last of them has ended. */
    private static void follow(Cluster cluster, Path folder) throws IOException, InterruptedException {
        long[] shown = new long[NODES];
        while (!cluster.living().isEmpty()) {
            for (int n = 0; n < NODES; n++) {
                String id = "node-" + (n + 1);
                shown[n] = show(id, folder.resolve(id + ".log"), shown[n]);
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        say("No node is left.");
    }

    private static long show(String id, Path log, long from) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(from);
            String fresh = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int whole = fresh.lastIndexOf('\n') + 1;
            fresh.substring(0, whole).lines().forEach(line -> say(id + " │ " + line));
            return from + fresh.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private static void end(Cluster cluster, Path folder) {
        cluster.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            say("left over: " + folder);
        }
        say("Ended: nodes, Redis and MariaDB are gone.");
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
