package io.baton.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.demo.DemoTask;
import io.baton.bootstrap.jobs.JobFileReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard, the alert rules and the page name what a node really gives. */
class MonitoringIT {
    private static final Path FOLDER = Path.of("..", "docs", "monitoring");
    private static final Pattern NAME = Pattern.compile("scheduler_[a-z_]+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(scheduler_[a-z_]+)` \\|");
    private static final Pattern SERIES = Pattern.compile("(?m)^(scheduler_[a-z_]+)(?:\\{[^}]*})? ");

    @TempDir
    private static Path folder;

    private static BatonNode node;

    @BeforeAll
    static void a_node_with_runs_of_every_kind() {
        node = BatonNode.builder()
                .set("baton.node.id", "node-1")
                .set("baton.http.port", "0")
                .set("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath())
                .task("demoTask", new DemoTask())
                .start();
        node.desk()
                .work()
                .files()
                .apply(
                        Map.of(
                                "jobs",
                                List.of(job("A.ok", "demoTask.noParams"), job("A.bad", "demoTask.fail(\"no paper\")"))),
                        false,
                        false);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scrape().contains("scheduler_firings_total{outcome=\"FAILED\"} ")
                        && !scrape().contains("scheduler_firings_total{outcome=\"FAILED\"} 0.0")
                        && !scrape().contains("scheduler_firings_total{outcome=\"SUCCEEDED\"} 0.0"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Map<String, Object> job(String name, String target) {
        return Map.of("name", name, "target", target, "schedule", Map.of("every", "1s"));
    }

    private static HttpResponse<String> get() {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.httpPort() + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String scrape() {
        return get().body();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.groupCount() == 0 ? found.group() : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> series() {
        return names(SERIES, scrape());
    }

    private static Set<String> bases() {
        return series().stream()
                .map(name -> name.replaceAll("_(bucket|sum|count|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_dashboard_and_the_rules_name_series_that_there_are() throws IOException {
        Set<String> real = series();
        for (String file : List.of("grafana-dashboard.json", "alerts.yaml")) {
            Set<String> named = names(NAME, Files.readString(FOLDER.resolve(file)));
            assertThat(named).as(file).hasSizeGreaterThan(8);
            assertThat(real).as(file).containsAll(named);
        }
    }

    @Test
    void each_rule_uses_metrics_and_labels_that_there_are_and_says_what_to_do() throws IOException {
        String page = Files.readString(FOLDER.resolve("README.md"));
        List<AlertRule> rules = AlertRule.of(new JobFileReader().read(Files.readString(FOLDER.resolve("alerts.yaml"))));
        String told = scrape();

        assertThat(rules).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(rule.faults(told)).isEmpty();
            assertThat(page).contains("**" + rule.name() + "**");
        });
    }

    @Test
    void the_page_has_a_row_for_every_metric_and_no_other() throws IOException {
        assertThat(names(ROW, Files.readString(FOLDER.resolve("README.md")))).isEqualTo(bases());
    }

    @Test
    void runs_are_counted_and_timed() {
        String text = scrape();

        assertThat(text)
                .contains("scheduler_run_duration_seconds_count{job=\"A.ok\",outcome=\"SUCCEEDED\"}")
                .contains("scheduler_run_duration_seconds_count{job=\"A.bad\",outcome=\"FAILED\"}")
                .contains("scheduler_is_master 1.0")
                .contains("scheduler_nodes{state=\"alive\"} 1.0")
                .contains("scheduler_db_seconds_count{op=\"TaskLedger.finish\",outcome=\"ok\"}");
    }

    @Test
    void a_page_of_another_site_that_leads_its_name_here_is_told_nothing() throws IOException {
        assertThat(get().statusCode()).isEqualTo(200);
        try (java.net.Socket socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), node.httpPort())) {
            socket.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + HttpURLConnection.HTTP_FORBIDDEN)
                    .doesNotContain("scheduler_");
        }
    }
}
