package io.baton.bootstrap.client;

import static org.awaitility.Awaitility.await;

import io.baton.application.access.Caller;
import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.demo.DemoTask;
import io.baton.domain.access.Rights;
import io.baton.testservers.MariaDbServer;
import io.baton.testservers.TestServers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A cluster of three nodes in this JVM: one that is asked, one that holds what it is asked about, and one more. Each has a
 * label {@code home} that names it, and the holder alone has the target {@code rareTask}.
 */
final class ThreeNodes implements AutoCloseable {
    static final String ASKED = "one";
    static final String HOLDER = "two";
    static final String THIRD = "three";

    /** Jobs whose runs are on the holder: two by its label, one because nobody else has the target. */
    static final String JOBS = """
            jobs:
              - name: A.ok
                target: demoTask.noParams
                schedule: { manual: true }
                labels: { home: two }
              - name: A.slow
                target: demoTask.sleep(600000L)
                schedule: { manual: true }
                labels: { home: two }
              - name: A.rare
                target: rareTask.greet("from afar")
                schedule: { manual: true }
            """;

    /** 60 s: three nodes share two processors with their servers. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String cluster = "c-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, BatonNode> nodes = new LinkedHashMap<>();
    private final String token;

    ThreeNodes() {
        MariaDbServer server = TestServers.mariaDb();
        Map<String, String> stores = Map.of(
                "baton.cluster", cluster,
                "baton.redis.uri", TestServers.redis().uri(),
                "baton.db.url", server.jdbcUrl(server.createDatabase()),
                "baton.db.user", server.user(),
                "baton.db.password", server.password());
        for (String id : new String[] {ASKED, HOLDER, THIRD}) {
            start(id, stores);
        }
        await("every node knows all of them")
                .atMost(PATIENCE)
                .until(() -> nodes.values().stream()
                        .allMatch(node -> node.desk().look().watch().alive().size() == nodes.size()));
        token = node(ASKED)
                .office()
                .people()
                .tokens()
                .create(new Caller("test", Rights.ADMIN, "here"), "test", Rights.ADMIN, Optional.empty())
                .secret();
    }

    private void start(String id, Map<String, String> stores) {
        BatonNode.Builder builder = BatonNode.builder()
                .set("baton.node.id", id)
                .set("baton.node.labels", "home=" + id)
                .set("baton.node.heartbeat-interval", "1s")
                .set("baton.http.port", "0")
                .task("demoTask", new DemoTask());
        if (id.equals(HOLDER)) {
            builder.task("rareTask", new DemoTask());
        }
        stores.forEach(builder::set);
        nodes.put(id, builder.start());
    }

    private BatonNode node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    /** An admin's, made by the node that is asked. */
    String token() {
        return token;
    }

    String address(String id) {
        return "http://127.0.0.1:" + node(id).httpPort();
    }

    /** A command line at that node, with the admin's token. */
    Shell shell(String id) {
        return shell(id, token);
    }

    Shell shell(String id, String bearer) {
        return new Shell(Map.of("BATON_TOKEN", bearer), "--server=" + address(id));
    }

    /** Puts a message into the holder's queue, as anybody with access to the Redis could. */
    void push(String message) {
        TestServers.redis().send("LPUSH", "baton:{" + cluster + "}:queue:" + HOLDER, message);
    }

    @Override
    public void close() {
        nodes.values().forEach(node -> node.close(() -> true));
    }
}
