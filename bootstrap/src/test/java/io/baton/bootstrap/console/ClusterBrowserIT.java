package io.baton.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Rights;
import io.baton.testservers.MariaDbServer;
import io.baton.testservers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a cluster, as it is seen in the console, in a real browser; see {@link ConsoleBrowserIT}. */
@EnabledIf("wanted")
@Tag("minutes")
class ClusterBrowserIT {
    /** Of a mark that a page loses when it is loaded anew. */
    private static final String MARK = "document.body.dataset.mark='here'";

    private static final String MARKED = "return document.body.dataset.mark";

    @TempDir
    private Path folder = Path.of(".");

    private Map<String, String> settings = Map.of();
    private DemoNode node;
    private Browser browser;

    static boolean wanted() {
        return Browser.wanted();
    }

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        MariaDbServer server = TestServers.mariaDb();
        String schema = server.createDatabase();
        settings = Map.of(
                "baton.cluster", schema.substring(0, 32).replace('_', '-'),
                "baton.redis.uri", TestServers.redis().uri(),
                "baton.db.url", server.jdbcUrl(schema),
                "baton.db.user", server.user(),
                "baton.db.password", server.password());
        node = new DemoNode(settings);
        browser = new Browser(node.address(), Files.createDirectory(folder.resolve("profile")), "en");
        node.user("ann", Rights.ADMIN);
        browser.open("/login");
        browser.type("name", "ann");
        browser.type("password", DemoNode.PASSWORD);
        browser.click("button.primary");
        browser.await("is in", () -> browser.path().equals("/"));
    }

    @AfterEach
    void stop() {
        browser.close();
        node.close();
    }

    /** As anybody with access to the Redis could. */
    private void push(String message) {
        String queue = "baton:{" + settings.get("baton.cluster") + "}:queue:node-1";
        TestServers.redis().send("LPUSH", queue, message);
    }

    private String card(String id) {
        return browser.texts("section.card").stream()
                .filter(text -> text.startsWith(id))
                .findFirst()
                .orElse("");
    }

    @Test
    void a_node_that_dies_is_seen_to_without_loading_the_page_anew() throws IOException {
        try (OtherNode other = new OtherNode("node-2", folder, settings)) {
            other.awaitReady();
            browser.open("/nodes");
            browser.script(MARK);
            browser.await("the other node", () -> card("node-2").contains("Alive"));

            other.kill();
            browser.await("its end", () -> card("node-2").contains("Gone"));
            assertThat(card("node-2")).contains("It died, or was stopped.").doesNotContain("Drain");
            assertThat(card("node-1")).contains("Alive");
            assertThat(browser.script(MARKED))
                    .as("the page was not loaded anew")
                    .isEqualTo("here");

            browser.open("/");
            browser.awaitText("node-2 is gone: it was last heard");
            browser.script(MARK);
        }
        try (OtherNode again = new OtherNode("node-2", folder, settings)) {
            again.awaitReady();
            browser.await(
                    "it is back",
                    () -> !browser.text().contains("node-2 is gone")
                            && browser.text().contains("2\nnodes alive"));
            assertThat(browser.text())
                    .as("of the tests' own servers")
                    .contains("Redis keeps nothing over a restart", "answers commits before they are on its disk");
            assertThat(browser.script(MARKED))
                    .as("the page was not loaded anew")
                    .isEqualTo("here");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void messages_that_were_set_aside_are_read_replayed_and_deleted() {
        browser.open("/");
        for (String message : List.of("{\"broken\":", "{\"taskId\":\"A.later\"}", "[1,2]", "42")) {
            push(message);
        }
        browser.awaitText("4 messages were set aside");

        browser.open("/dead-letters");
        assertThat(browser.count("tbody tr")).isEqualTo(4);
        assertThat(browser.has("details[open]")).isFalse();
        letter("{\"broken\":", "summary");
        browser.await(
                "the whole message", () -> browser.text("details[open] pre").equals("{\"broken\":"));

        letter("A.later", "input[name=pick]");
        browser.click("button[data-each*=replay]");
        browser.await("why not", () -> browser.text("#toast.shown").contains("there is no job A.later"));
        assertThat(browser.count("tbody tr")).as("what cannot run stays").isEqualTo(4);

        node.apply("""
            jobs:
              - { name: A.later, target: demoTask.noParams, schedule: { manual: true } }
            """);
        letter("A.later", "input[name=pick]");
        browser.click("button[data-each*=replay]");
        browser.await("it is gone from here", () -> browser.count("tbody tr") == 3);
        browser.open("/runs?job=A.later");
        browser.await("it ran", () -> browser.text().contains("Succeeded"));

        browser.open("/dead-letters");
        letter("42", "input[name=pick]");
        browser.click("button[data-each^=DELETE]");
        browser.agree();
        browser.await("one is deleted", () -> browser.count("tbody tr") == 2);
        assertThat(browser.text()).contains("[1,2]");

        browser.click("thead input");
        browser.click("button[data-each^=DELETE]");
        browser.agree();
        browser.awaitText("There are none.");
    }

    /** Clicks something in the row of a message. */
    private void letter(String message, String css) {
        browser.clickIn("tbody tr", message, css);
    }
}
