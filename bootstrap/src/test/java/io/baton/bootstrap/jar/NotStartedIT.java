package io.baton.bootstrap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.testservers.MariaDbServer;
import io.baton.testservers.RedisServer;
import io.baton.testservers.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that do not start: 2 for wrong settings, 3 for a world that is not as they need it; one clear line a reason. */
@Tag("jar")
@Tag("minutes")
class NotStartedIT {
    @TempDir
    private Path folder;

    @Test
    void each_wrong_setting_is_a_line_and_the_exit_code_is_2() {
        try (NodeJar node = NodeJar.start(
                folder, "--baton.node.slots=0", "--baton.htp.port=1", "--baton.db.url=jdbc:mysql://x/y")) {
            assertThat(node.exit()).isEqualTo(2);
            assertThat(node.out()).isEmpty();
            assertThat(node.err())
                    .hasSize(3)
                    .anyMatch(l -> l.startsWith("baton.node.slots: '0'") && l.contains("legal is: 1..10,000"))
                    .anyMatch(l -> l.startsWith("baton.htp.port: unknown setting") && l.contains("'baton.http.port'"))
                    .anyMatch(l -> l.startsWith("baton.redis.uri: is missing") && l.contains("baton.db.url"));
        }
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal("--baton.http.port=" + taken.getLocalPort()))
                    .contains("baton.http.port", String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void a_store_that_another_node_holds_is_named() {
        try (NodeJar first = NodeJar.start(folder, "--baton.http.port=0")) {
            first.ready();
            assertThat(refusal("--baton.http.port=0", "--baton.wait-for-servers=1s"))
                    .contains("baton.db.url", "another process has it open");
        }
    }

    @Test
    void servers_that_do_not_answer_in_time_are_named() {
        String nowhere = "redis://127.0.0.1:" + closedPort();
        assertThat(refusal(cluster(nowhere, "--baton.wait-for-servers=2s")))
                .contains("baton.redis.uri", "baton.wait-for-servers", "waited 2s");
        assertThat(refusal(
                        "--baton.db.url=jdbc:mysql://127.0.0.1:" + closedPort() + "/baton",
                        "--baton.redis.uri=" + TestServers.redis().uri(),
                        "--baton.wait-for-servers=0s"))
                .contains("baton.db.url", "baton.wait-for-servers");
    }

    @Test
    void a_wrong_password_is_named_and_not_shown() throws Exception {
        MariaDbServer server = TestServers.mariaDb();
        String schema = server.createDatabase();
        String user = "u" + Math.floorMod(schema.hashCode(), 1_000_000_000);
        sql(
                server.jdbcUrl(schema),
                server.user(),
                server.password(),
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'right-secret'");

        assertThat(refusal(
                        "--baton.db.url=" + server.jdbcUrl(schema),
                        "--baton.db.user=" + user,
                        "--baton.db.password=wrong-secret",
                        "--baton.redis.uri=" + TestServers.redis().uri()))
                .contains("baton.db.password")
                .doesNotContain("secret");
    }

    @Test
    void a_redis_with_a_password_or_an_eviction_policy_is_named() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            say(redis, "CONFIG SET maxmemory-policy allkeys-lru");
            assertThat(refusal(cluster(redis.uri())))
                    .contains("maxmemory-policy", "allkeys-lru", "noeviction", "baton.redis.uri");

            say(redis, "CONFIG SET requirepass right-secret");
            String wrong = "redis://:wrong-secret@" + redis.host() + ":" + redis.port();
            assertThat(refusal(cluster(wrong))).contains("baton.redis.uri").doesNotContain("secret");
        }
    }

    @Test
    void tables_that_are_newer_than_the_jar_are_named() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("newer").toAbsolutePath();
        try (NodeJar node = NodeJar.start(folder, "--baton.http.port=0", "--baton.db.url=" + url)) {
            node.ready();
            node.term();
            node.exit();
        }
        sql(
                url + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "baton",
                "",
                "INSERT INTO baton_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, TRUE)");

        assertThat(refusal("--baton.http.port=0", "--baton.db.url=" + url))
                .contains("newer than this program", "baton.db.url");
    }

    @Test
    void a_second_live_node_with_the_same_id_is_refused() {
        String[] same = cluster(TestServers.redis().uri(), "--baton.node.id=twin", "--baton.cluster=twins");
        try (NodeJar first = NodeJar.start(folder, same)) {
            first.ready();
            assertThat(refusal(same)).contains("baton.node.id", "twin");
            assertThat(first.alive()).isTrue();
        }
    }

    @Test
    void servers_that_come_up_later_are_waited_for_with_a_line() {
        try (RedisServer redis = RedisServer.start()) {
            redis.stop();
            try (NodeJar node = NodeJar.start(folder, cluster(redis.uri()))) {
                assertThat(node.line("waiting for Redis")).contains("at most 1m", "baton.redis.uri");

                redis.restart();

                node.ready();
                assertThat(node.out())
                        .filteredOn(l -> l.contains("waiting for"))
                        .hasSize(1);
            }
        }
    }

    /** The one line that tells why it did not start, with exit code 3. */
    private String refusal(String... arguments) {
        try (NodeJar node = NodeJar.start(folder, arguments)) {
            assertThat(node.exit()).as(node.toString()).isEqualTo(3);
            assertThat(node.err()).isEmpty();
            List<String> errors =
                    node.out().stream().filter(l -> l.contains(" ERROR ")).toList();
            assertThat(errors).as(node.toString()).hasSize(1);
            assertThat(node.out()).noneMatch(l -> l.contains("\tat ") || l.contains(" | at "));
            assertThat(node.out()).noneMatch(l -> l.contains(" ready on "));
            return errors.get(0);
        }
    }

    /** The settings of a node of a cluster, over a database of its own. */
    private static String[] cluster(String redisUri, String... more) {
        MariaDbServer server = TestServers.mariaDb();
        List<String> settings = new ArrayList<>(List.of(
                "--baton.http.port=0",
                "--baton.db.url=" + server.jdbcUrl(server.createDatabase()),
                "--baton.db.user=" + server.user(),
                "--baton.db.password=" + server.password(),
                "--baton.redis.uri=" + redisUri));
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    private static void sql(String url, String user, String password, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void say(RedisServer redis, String command) throws IOException {
        try (Socket socket = new Socket(redis.host(), redis.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] answer = socket.getInputStream().readNBytes(3);
            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("+OK");
        }
    }

    private static int closedPort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
