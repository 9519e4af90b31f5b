package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.web.Caller.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes in wrong, large or at a bad time. */
class EdgesTest {
    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final Caller caller = Caller.of(node);

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    @Test
    void broken_json_is_refused_with_its_position() {
        Answer answer = caller.post("/api/v1/jobs", "{\"name\":\n  oops}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("line 2");
    }

    @Test
    void json_that_tricks_readers_is_refused() {
        List<String> tricks = List.of(
                "{\"name\":\"A.a\",\"name\":\"A.b\"}",
                "{\"data\":" + "[".repeat(60) + "]".repeat(60) + "}",
                "{} {}",
                "[]",
                "7",
                "null",
                "{\"a\":NaN}",
                "");
        for (String trick : tricks) {
            assertThat(caller.post("/api/v1/jobs", trick).status()).as(trick).isEqualTo(400);
        }
        byte[] noUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        assertThat(caller.send("POST", "/api/v1/jobs", BodyPublishers.ofByteArray(noUtf8))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_body_above_the_limit_is_refused_whether_it_tells_its_length_or_not() {
        for (int size : new int[] {Bodies.LARGEST + 1, 10 * Bodies.LARGEST}) {
            byte[] large = "x".repeat(size).getBytes(StandardCharsets.UTF_8);
            Answer told = caller.send("POST", "/api/v1/jobs:apply", BodyPublishers.ofByteArray(large));
            Answer chunks = caller.send(
                    "POST", "/api/v1/jobs:apply", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

            assertThat(told.status()).isEqualTo(413);
            assertThat(told.header("Content-Type")).isEqualTo(Problem.CONTENT_TYPE);
            assertThat(chunks.status()).isEqualTo(413);
        }
    }

    @Test
    void every_answer_bears_the_headers_that_keep_browsers_honest() {
        for (String path : List.of("/health/live", "/api/v1/jobs", "/nothing", "/api/v1/jobs/a.b.c")) {
            Answer answer = caller.get(path, "Origin", "https://evil.example");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(answer.header("Access-Control-Allow-Origin")).as(path).isEmpty();
            assertThat(answer.header("Server")).as(path).isEmpty();
        }
    }

    @Test
    void a_store_that_does_not_answer_is_503_without_its_words() {
        TestNode ill = cluster.node("node-2", EdgesTest::failing);
        try (Caller asked = Caller.of(ill)) {
            Answer answer = asked.get("/api/v1/jobs");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Content-Type")).isEqualTo(Problem.CONTENT_TYPE);
            assertThat(answer.http().body()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    void a_fault_of_the_programs_own_is_500_without_a_trace() {
        TestNode ill = cluster.node("node-2", EdgesTest::broken);
        try (Caller asked = Caller.of(ill)) {
            Answer answer = asked.get("/api/v1/jobs/A.b");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json().get("title").asText()).isEqualTo("Server Error");
            assertThat(answer.http().body()).doesNotContain("secret").doesNotContain("at io.baton");
        }
    }

    private static JobRepository failing(JobRepository real) {
        return throwing(real, "fingerprint", new StoreException("JobRepository", "fingerprint", "secret host is down"));
    }

    private static JobRepository broken(JobRepository real) {
        return throwing(real, "find", new IllegalStateException("secret bug"));
    }

    /** Only where the routes look: the node itself must come up. */
    private static JobRepository throwing(JobRepository real, String method, RuntimeException e) {
        return (JobRepository) Proxy.newProxyInstance(
                EdgesTest.class.getClassLoader(), new Class<?>[] {JobRepository.class}, (proxy, called, arguments) -> {
                    boolean byRoute = StackWalker.getInstance()
                            .walk(frames ->
                                    frames.anyMatch(f -> f.getClassName().endsWith("JobRoutes")));
                    if (byRoute && called.getName().equals(method)) {
                        throw e;
                    }
                    return called.invoke(real, arguments);
                });
    }

    @Test
    void what_is_no_http_gets_a_short_answer_without_a_trace() throws IOException {
        for (String nonsense :
                List.of("GET /%zz HTTP/1.1", "GET /a/..%2f..%2fb HTTP/1.1", "NONSENSE", "GET / HTTP/9.9")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), caller.server.port())) {
                socket.setSoTimeout(10_000);
                String head = nonsense + "\r\nHost: x\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as(nonsense).startsWith("HTTP/1.1 ").doesNotContain("\tat ");
                assertThat(answer.substring(9, 12)).as(nonsense).isIn("400", "401", "505");
            }
        }
    }

    @Test
    void a_taken_port_is_told_by_the_name_of_its_setting() {
        WebSettings taken = new WebSettings("127.0.0.1", caller.server.port(), Optional.empty());

        assertThatThrownBy(() -> WebServer.start(
                        node.core.desk().look(),
                        node.office(Optional.empty()),
                        taken,
                        Caller::document,
                        Caller.vitals(Caller.WELL)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("baton.http.port")
                .hasMessageContaining(String.valueOf(caller.server.port()));
    }

    @Test
    void a_closed_server_frees_its_port() {
        int port = caller.server.port();
        caller.close();

        try (WebServer again = WebServer.start(
                node.core.desk().look(),
                node.office(Optional.empty()),
                new WebSettings("127.0.0.1", port, Optional.empty()),
                Caller::document,
                Caller.vitals(Caller.WELL))) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void a_preview_tells_the_next_times_and_what_is_wrong_with_a_text() {
        JsonNode preview = caller.get("/api/v1/schedule/preview?cron=0%20*%20*%20*%20*%20?&zone=Asia/Shanghai&count=3")
                .json();

        assertThat(preview.get("times")).hasSize(3);
        assertThat(preview.get("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(preview.get("cron").asText()).isEqualTo("0 * * * * ?");
        assertThat(caller.get("/api/v1/schedule/preview?cron=x").json().get("times"))
                .hasSize(10);
        for (String query : List.of("", "cron=nonsense", "zone=Mars&cron=x", "count=0&cron=x", "count=201&cron=x")) {
            Answer answer = caller.get("/api/v1/schedule/preview?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().get("field").asText()).isIn("cron", "zone", "count");
        }
    }

    @Test
    void a_preview_says_the_expression_in_words_of_the_language_asked_for() {
        String preview = "/api/v1/schedule/preview?cron=0%2030%209%20?%20*%20MON-FRI";

        assertThat(words(preview)).isEqualTo("at 09:30, from Monday to Friday");
        assertThat(words(preview + "&lang=zh", "Accept-Language", "en")).isEqualTo("每周一至周五，09:30");
        assertThat(words(preview, "Accept-Language", "zh-CN")).isEqualTo("每周一至周五，09:30");
        assertThat(words("/api/v1/schedule/preview?cron=x"))
                .as("no words: itself")
                .isEqualTo("x");
        Answer wrong = caller.get(preview + "&lang=fr");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("field").asText()).isEqualTo("lang");
    }

    private String words(String path, String... headers) {
        return caller.get(path, headers).json().get("words").asText();
    }

    @Test
    void the_description_names_every_route() {
        JsonNode paths = caller.get("/openapi.json").json().get("paths");

        assertThat(paths.get("/api/v1/jobs/{name}").fieldNames()).toIterable().contains("get", "put", "delete");
        assertThat(paths.get("/api/v1/runs").get("get").get("parameters")).hasSize(8);
        assertThat(paths.get("/health/live").get("get").get("security")).isEmpty();
        assertThat(paths).hasSizeGreaterThan(20);
    }
}
