package io.baton.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.client.Shell.Left;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are absent, strange or malicious, and commands that are wrong. */
class ClientEdgesTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final HttpServer stranger = HttpServer.create();
    private volatile int status = 200;
    private volatile String body = "{}";

    @TempDir
    private Path folder;

    ClientEdgesTest() throws IOException {}

    @BeforeEach
    void start() throws IOException {
        stranger.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        stranger.start();
    }

    @AfterEach
    void stop() {
        stranger.stop(0);
    }

    private Shell shell() {
        return new Shell(Map.of(), "--server=" + address());
    }

    private String address() {
        return "http://127.0.0.1:" + stranger.getAddress().getPort();
    }

    @Test
    void a_job_file_that_is_not_there_is_misuse_in_one_line() {
        Shell.Left left = shell().run("apply", "-f", folder.resolve("none.yaml").toString());

        assertThat(left.code()).isEqualTo(io.baton.bootstrap.cli.ExitCode.MISUSE);
        assertThat(left.err()).hasLineCount(1).contains("none.yaml: there is no such file");
    }

    @Test
    void a_server_that_is_not_there_is_four_and_one_line() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Left left = new Shell(Map.of(), "--server=http://127.0.0.1:" + free).run("jobs");

        assertThat(left.code()).isEqualTo(ExitCode.NOT_REACHED);
        assertThat(left.err())
                .hasLineCount(1)
                .contains("http://127.0.0.1:" + free)
                .contains("--server");
    }

    @Test
    void the_environment_names_the_server_that_no_option_names() {
        new Shell(Map.of("BATON_SERVER", address())).run("jobs");
        assertThat(asked).isNotEmpty();

        asked.clear();
        new Shell(Map.of("BATON_SERVER", "http://127.0.0.1:1"), "--server=" + address()).run("jobs");
        assertThat(asked).isNotEmpty();

        Left left = new Shell(Map.of("BATON_SERVER", "nowhere")).run("jobs");
        assertThat(left.code()).isEqualTo(ExitCode.MISUSE);
        assertThat(left.err()).hasLineCount(1).contains("nowhere is no address");
    }

    @Test
    void a_blank_variable_counts_as_not_there() {
        new Shell(Map.of("BATON_SERVER", address(), "BATON_TOKEN", "", "BATON_API_TOKEN", "the-token")).run("jobs");
        new Shell(Map.of("BATON_SERVER", address(), "BATON_TOKEN", " ", "BATON_API_TOKEN", "the-token")).run("jobs");
        new Shell(Map.of("BATON_SERVER", address(), "BATON_TOKEN", "own", "BATON_API_TOKEN", "the-token")).run("jobs");

        assertThat(tokens).containsExactly("Bearer the-token", "Bearer the-token", "Bearer own");
    }

    @Test
    void a_token_without_a_label_has_that_of_the_command_line() {
        body = "{\"secret\":\"s\"}";

        assertThat(shell().run("token", "create").code()).isZero();
        assertThat(shell().run("token", "create", "robot").code()).isZero();

        assertThat(bodies.get(0)).contains("\"label\":\"command-line\"");
        assertThat(bodies.get(1)).contains("\"label\":\"robot\"");
        assertThat(shell().run("token", "revoke").code()).isEqualTo(ExitCode.MISUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "ftp://x", "127.0.0.1:8080", "http://x?y", "", "::"})
    void an_address_that_is_none_is_misuse(String address) {
        Left left = new Shell(Map.of(), "--server=" + address).run("jobs");

        assertThat(left.code()).isEqualTo(ExitCode.MISUSE);
        assertThat(left.err()).hasLineCount(1).contains("--server=" + address);
    }

    @Test
    void a_server_that_is_no_baton_node_is_told_so() {
        status = 404;
        body = "<html>nothing</html>";
        Left html = shell().run("jobs");
        status = 200;
        Left text = shell().run("jobs");

        assertThat(html.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(html.err()).hasLineCount(1).contains("answered 404").contains("is it a Baton node?");
        assertThat(text.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(text.err()).hasLineCount(1).contains("is it a Baton node?");
    }

    @Test
    void what_a_server_says_cannot_steer_the_terminal() {
        status = 409;
        body = "{\"detail\":\"no\\u001b[2J\\nway\"}";

        assertThat(shell().run("pause", "x").err()).isEqualTo("no\\u001b[2J\\nway\n");
    }

    @Test
    void names_are_quoted_in_the_address() {
        shell().run("run", "a b/../ü?x=1&y#z");
        shell().run("runs", "--job=a&b=c");

        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/jobs/a%20b%2F..%2F%C3%BC%3Fx%3D1%26y%23z/run",
                        "GET /api/v1/runs?job=a%26b%3Dc&outcome=&node=&since=&limit=50");
    }

    @Test
    void dead_letters_are_listed_shortened_in_local_time_and_replayed() {
        body =
                "{\"deadLetters\":[{\"id\":\"m1\",\"at\":\"2026-11-23T11:59:58.000Z\",\"node\":\"n\",\"reason\":\"broken\","
                        + "\"raw\":\"" + "汉".repeat(70) + "\"}],\"cursor\":null}";
        Left list = shell().run("dead-letters");
        body = "{\"task\":\"A.b@r-m1\"}";
        Left replay = shell().run("dead-letters", "replay", "m1");

        assertThat(list.lines().get(1)).isEqualTo("m1  2026-11-23 19:59:58  n     broken  " + "汉".repeat(60) + "…");
        assertThat(replay.out()).isEqualTo("A.b@r-m1\n");
        assertThat(asked).last().isEqualTo("POST /api/v1/dead-letters/m1/replay");
    }

    @Test
    void a_node_is_described_in_words() {
        body = "{\"nodes\":[{\"id\":\"n1\",\"alive\":true,\"master\":true,\"load\":0.256,\"slots\":8,\"busy\":2,"
                + "\"queueDepth\":3,\"inFlight\":1,\"draining\":false,\"lastHeartbeat\":\"2026-11-23T11:59:58.000Z\","
                + "\"version\":\"0.1.0\"},{\"id\":\"n2\",\"alive\":false}]}";

        List<String> lines = shell().run("nodes").lines();

        assertThat(lines.get(1)).matches("n1 +master +working +0\\.26 +2/8 +3 +1 +2\\.0s +0\\.1\\.0");
        assertThat(lines.get(2)).contains("silent");
    }

    @Test
    void a_list_of_many_pages_is_read_to_its_end() {
        body = "{\"jobs\":[{\"name\":\"A.b\"}],\"cursor\":\"next page\"}";
        stranger.removeContext("/");
        stranger.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            String page = asked.size() < 3 ? body : body.replace("\"next page\"", "null");
            exchange.sendResponseHeaders(200, page.length());
            exchange.getResponseBody().write(page.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertThat(Api.read(shell().run("jobs", "--json").out()).get("jobs")).hasSize(3);
        assertThat(asked.get(1)).isEqualTo("/api/v1/jobs?&limit=200&cursor=next%20page");
    }

    @Test
    void commands_that_are_wrong_are_misuse_and_ask_nobody() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});
        for (String[] command : new String[][] {
            {"apply"},
            {"apply", "-f", folder.resolve("none").toString()},
            {"apply", "-f", binary.toString()},
            {"run"},
            {"run", "A.b", "--data={oops"},
            {"job"},
            {"pause"},
            {"jobs", "--jsno"},
            {"runs", "--limit=x"}
        }) {
            Left left = shell().run(command);
            assertThat(left.code()).as(String.join(" ", command)).isEqualTo(ExitCode.MISUSE);
            assertThat(left.err()).as(String.join(" ", command)).hasLineCount(1);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void help_names_every_command_once() {
        String help = shell().run("--help").out();

        for (String name : List.of(
                "apply",
                "export",
                "jobs",
                "job",
                "run",
                "cancel",
                "pause",
                "resume",
                "delete",
                "runs",
                "nodes",
                "drain",
                "undrain",
                "reconcile",
                "dead-letters")) {
            assertThat(help.lines().filter(line -> line.matches("  " + name + " +\\S.*")))
                    .as(name)
                    .hasSize(1);
        }
        assertThat(shell().run("drain", "--help").out()).contains("Let a node take no more work.", "--token");
    }

    @Test
    void wide_signs_count_two_columns() {
        Table table = new Table("none", "A", "B");
        table.row("打个", "x");
        table.row("abcde", "");

        assertThat(table.lines()).containsExactly("A      B", "打个   x", "abcde  -");
    }
}
