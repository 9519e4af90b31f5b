package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code docs/rest.md} tells of every route, and of none that does not answer. */
class RestPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (GET|POST|PUT|DELETE) `([^`]+)` \\|");

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void the_page_has_a_row_for_every_route_and_no_other() throws IOException {
        List<Route> routes = Tables.api(cluster.node("node-1"));
        String page = Files.readString(Path.of("..", "docs", "rest.md"));

        List<String> rows = ROW.matcher(page)
                .results()
                .map((MatchResult row) -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(routes.stream()
                        .map(route -> route.method().name() + " " + route.path())
                        .toList());
    }
}
