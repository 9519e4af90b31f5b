package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.cluster.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A cluster for one scene; if the scene fails, its logs are kept under {@code target/scenes}. */
final class Scene implements AutoCloseable {
    /** 90 s: what a busy machine may need for what takes a second on an idle one. */
    static final Duration SOON = Duration.ofSeconds(90);

    /** Death by silence after 6 s instead of 30, so that scenes take seconds. */
    private static final List<String> FAST =
            List.of("--baton.node.heartbeat-interval=1s", "--baton.node.heartbeat-timeout=6s");

    final Cluster cluster;

    private Scene(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts three nodes. @param settings of every node, beside faster heartbeats */
    static Scene of(String name, String... settings) {
        return of(name, 3, settings);
    }

    static Scene of(String name, int nodes, String... settings) {
        return over(Servers.start(), name, nodes, settings);
    }

    /** Starts nodes over those servers, which end with the scene; each has a label that tells its host from others. */
    static Scene over(Servers servers, String name, int nodes, String... settings) {
        List<String> all = new ArrayList<>(FAST);
        all.addAll(Arrays.asList(settings));
        Scene scene = new Scene(new Cluster(servers, folder(name), all));
        try {
            for (int n = 1; n <= nodes; n++) {
                scene.cluster.start("node-" + n, "--baton.node.labels=host=node-" + n);
            }
            scene.cluster.living().forEach(NodeProcess::awaitReady);
        } catch (RuntimeException e) {
            scene.close();
            throw e;
        }
        return scene;
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "scenes")), name + "-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Applies jobs, each a line of YAML flow: {@code {name: …}}. */
    void jobs(String... jobs) {
        StringBuilder file = new StringBuilder("jobs:\n");
        Arrays.stream(jobs).forEach(job -> file.append("  - ").append(job).append('\n'));
        cluster.api().apply(file.toString());
    }

    void until(String what, Callable<Boolean> condition) {
        await(what).atMost(SOON).pollInterval(Duration.ofMillis(100)).until(condition);
    }

    /** Waits until every task of the jobs has ended. @param jobs a LIKE pattern */
    List<Row> settled(String jobs) {
        until("all tasks of " + jobs + " have ended", () -> {
            List<Row> rows = rows(jobs);
            return !rows.isEmpty() && rows.stream().allMatch(Row::done);
        });
        return rows(jobs);
    }

    List<Row> rows(String jobs) {
        return cluster.ledger().rows(jobs);
    }

    /** Stops the firing of the jobs. @param jobs their names */
    void pause(List<String> jobs) {
        jobs.forEach(job -> cluster.api().post("/jobs/" + job + "/pause", ""));
    }

    /** The node that every living node takes for the master. */
    NodeProcess master() {
        List<String> found = new ArrayList<>();
        until("the living nodes agree on a living master", () -> {
            List<String> masters = cluster.living().stream()
                    .map(node -> cluster.master(node.api()))
                    .distinct()
                    .toList();
            boolean agreed =
                    masters.size() == 1 && cluster.living().stream().anyMatch(n -> n.id().equals(masters.get(0)));
            if (agreed) {
                found.add(masters.get(0));
            }
            return agreed;
        });
        return cluster.node(found.get(0));
    }

    /** The nodes that are not the master. */
    List<NodeProcess> slaves() {
        String master = master().id();
        return cluster.living().stream().filter(n -> !n.id().equals(master)).toList();
    }

    /** No task of the job began more than once; the journal is the tasks' own, not the ledger's. */
    void nothingRanTwice(String job) {
        Map<String, Long> starts = cluster.journal().starts(job);
        assertThat(starts.entrySet().stream().filter(e -> e.getValue() > 1))
                .as("tasks that began twice")
                .isEmpty();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
