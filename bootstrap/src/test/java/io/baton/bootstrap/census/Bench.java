package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.application.view.Readings;
import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.demo.DemoTask;
import io.baton.bootstrap.tasks.fixture.PlainTask;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.testservers.MariaDbServer;
import io.baton.testservers.RedisServer;
import io.baton.testservers.TestServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** Starts nodes for one row, and closes what was opened. Settings are given as {@code name=value}. */
final class Bench implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Deque<Runnable> open = new ArrayDeque<>();
    private final List<String> cluster = new ArrayList<>();

    Bench(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The database of {@link #alone} if none is given. */
    String h2() {
        return "jdbc:h2:" + folder.toAbsolutePath().resolve("census");
    }

    /** The same database for plain SQL, with names written as the node's are. */
    String sql() {
        return h2() + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    }

    /** A Redis of this row's own. */
    RedisServer redis() {
        RedisServer server = RedisServer.start();
        open.push(server::close);
        return server;
    }

    /** A standalone node. */
    BatonNode alone(String... settings) {
        return start(List.of("baton.db.url=" + h2()), settings);
    }

    /** A node of a cluster over the shared servers and a database of this row. */
    BatonNode member(String... settings) {
        return start(servers(), settings);
    }

    List<String> servers() {
        if (cluster.isEmpty()) {
            MariaDbServer server = TestServers.mariaDb();
            String schema = server.createDatabase();
            cluster.addAll(List.of(
                    "baton.cluster=" + schema.substring(0, 32).replace('_', '-'),
                    "baton.redis.uri=" + TestServers.redis().uri(),
                    "baton.db.url=" + server.jdbcUrl(schema),
                    "baton.db.user=" + server.user(),
                    "baton.db.password=" + server.password()));
        }
        return cluster;
    }

    private BatonNode start(List<String> first, String... then) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("baton.http.port", "0"));
        List.of(first, Arrays.asList(then))
                .forEach(some -> some.forEach(setting -> {
                    String[] parts = setting.split("=", 2);
                    all.put(parts[0], parts[1]);
                }));
        BatonNode.Builder builder =
                BatonNode.builder().task("demoTask", new DemoTask()).task("plain", new PlainTask());
        all.forEach(builder::set);
        BatonNode node = builder.start();
        open.push(() -> node.close(() -> true));
        return node;
    }

    /** Why a standalone node does not start. */
    String refusal(Callable<BatonNode> start) {
        StoreUnavailableException refusal =
                Assertions.catchThrowableOfType(StoreUnavailableException.class, start::call);
        assertThat(refusal).isNotNull();
        return String.valueOf(refusal.getMessage());
    }

    static Readings readings(BatonNode node) {
        return node.desk().look().readings();
    }

    static void job(BatonNode node, String name, String target) {
        var reply = node.desk()
                .work()
                .jobs()
                .create(Map.of("name", name, "target", target, "schedule", Map.of("manual", true)));
        assertThat(reply.job()).as(reply.why()).isPresent();
    }

    static TaskId run(BatonNode node, String job, String request) {
        return node.desk()
                .work()
                .run()
                .run(JobKey.parse(job), Optional.empty(), Optional.of(request))
                .task()
                .orElseThrow();
    }

    static TaskRow reaches(BatonNode node, TaskId task, TaskState state) {
        return await(task + " " + state)
                .atMost(PATIENCE)
                .until(() -> readings(node).run(task).orElseThrow(), row -> row.state() == state);
    }

    /** Says one command to a Redis. @return the first line of its answer */
    static String redis(String uri, String command) throws IOException {
        URI address = URI.create(uri);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
