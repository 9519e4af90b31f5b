package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.web.Caller.Answer;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing but health, the way in and its files answers to who is not known, whatever is asked and however. */
class AccessTest {
    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final RouteTable table = Tables.of(node);
    private Caller caller = Caller.of(node);

    @BeforeEach
    void one_job() {
        caller.post("/api/v1/jobs", "{\"name\":\"A.b\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
    }

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private static String path(Route route) {
        return route.path()
                .replace("{name}", "A.b")
                .replace("{task}", "A.b@r-1")
                .replace("{id}", "node-1")
                .replace("{user}", "nobody")
                .replace("{version}", "1");
    }

    private Answer asked(HandlerType method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(caller.address() + path))
                .method(method.name(), BodyPublishers.noBody())
                .header("Accept", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return caller.exchange(request.build());
    }

    @Test
    void the_table_is_what_the_server_answers_to() {
        Javalin server = WebServer.create(
                node.office(Optional.empty()), new WebSettings("127.0.0.1", 0, Optional.empty()), table);

        assertThat(server.unsafe.internalRouter.allHttpHandlers().stream()
                        .map(parsed -> parsed.endpoint)
                        .filter(endpoint -> endpoint.method.isHttpMethod())
                        .map(endpoint -> endpoint.method.name() + " " + endpoint.path))
                .containsExactlyInAnyOrderElementsOf(table.routes().stream()
                        .map(route -> route.method().name() + " " + route.path())
                        .toList());
    }

    @Test
    void these_paths_are_open_and_no_more() {
        assertThat(table.openPaths())
                .containsExactlyInAnyOrder(
                        "/health/live",
                        "/health/ready",
                        "/metrics",
                        "/login",
                        "/setup",
                        "/assets/console.css",
                        "/assets/console.js",
                        "/assets/icon.svg");
    }

    @Test
    void every_other_route_wants_the_token() {
        List<Route> closed = table.routes().stream()
                .filter(route -> route.access() != Access.OPEN)
                .toList();

        assertThat(closed).hasSizeGreaterThan(20).allSatisfy(route -> {
            for (String given : List.of("", "Bearer", "Bearer ", "Bearer wrong", "Basic " + TestCluster.TOKEN)) {
                Answer answer = asked(route.method(), path(route), "Authorization", given);
                assertThat(answer.status())
                        .as("%s with '%s'", route.path(), given)
                        .isEqualTo(401);
                assertThat(answer.header("Content-Type")).startsWith(Problem.CONTENT_TYPE);
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            }
            assertThat(asked(route.method(), path(route)).status()).isEqualTo(401);
        });
        assertThat(caller.get("/api/v1/jobs/A.b").json().get("version").asInt())
                .as("nothing was changed")
                .isEqualTo(1);
    }

    @Test
    void the_token_opens_every_route() {
        assertThat(table.routes())
                .filteredOn(route -> route.method().equals(HandlerType.GET))
                .allSatisfy(route -> {
                    Answer answer = asked(route.method(), path(route), "Authorization", "bearer " + TestCluster.TOKEN);
                    assertThat(answer.status()).as(route.path()).isNotIn(401, 403, 500);
                });
    }

    @Test
    void without_a_configured_token_none_opens() {
        caller.close();
        for (String token : List.of("", "  ", "none")) {
            try (Caller closed = Caller.of(node, Optional.of(token).filter(t -> !t.equals("none")), Caller.WELL)) {
                Answer answer = closed.get("/api/v1/jobs", "Authorization", "Bearer " + token.strip());

                assertThat(answer.status()).isEqualTo(401);
                assertThat(closed.get("/health/live").status()).isEqualTo(200);
            }
        }
        caller = Caller.of(node);
    }

    @Test
    void what_does_not_exist_is_told_only_to_who_bears_the_token() {
        for (String path : List.of(
                "/", "/api", "/api/v1/nothing", "/health", "/health/live/", "/health/live/x", "//health/live")) {
            assertThat(asked(HandlerType.GET, path).status()).as(path).isEqualTo(401);
        }
        Answer known = caller.get("/api/v1/nothing");
        assertThat(known.status()).isEqualTo(404);
        assertThat(known.json().get("detail").asText()).isEqualTo("there is nothing at /api/v1/nothing");
        assertThat(caller.send("PATCH", "/api/v1/jobs", BodyPublishers.noBody()).status())
                .isEqualTo(405);
    }

    @Test
    void other_methods_on_closed_paths_want_the_token_too() {
        for (String method : List.of("HEAD", "OPTIONS", "PATCH", "PUT", "TRACE", "BREW")) {
            assertThat(asked(HandlerType.findOrCreate(method), "/api/v1/jobs").status())
                    .as(method)
                    .isIn(401, 405, 501);
        }
    }

    @Test
    void health_tells_a_word_and_no_more() {
        assertThat(asked(HandlerType.GET, "/health/live").http().body()).isEqualTo("live\n");
        assertThat(asked(HandlerType.GET, "/health/ready").http().body()).isEqualTo("ready\n");

        Health ill = new Health() {
            @Override
            public boolean live() {
                return false;
            }

            @Override
            public boolean ready() {
                return false;
            }
        };
        try (Caller sick = Caller.of(node, Optional.empty(), ill)) {
            assertThat(sick.get("/health/live").status()).isEqualTo(503);
            assertThat(sick.get("/health/ready").status()).isEqualTo(503);
            assertThat(sick.get("/health/ready").http().body()).isEqualTo("not ready\n");
        }
    }

    @Test
    void looking_never_goes_by_another_method_than_get() {
        assertThat(table.routes().stream()
                        .filter(route -> route.access() == Access.VIEWER)
                        .map(route -> route.method().name())
                        .collect(Collectors.toSet()))
                .containsExactly("GET");
        assertThat(table.routes().stream()
                        .filter(route -> route.access() == Access.OPERATOR)
                        .map(route -> route.method().name())
                        .collect(Collectors.toSet()))
                .doesNotContain("GET", "HEAD");
    }

    @Test
    void a_name_that_is_a_number_is_of_a_group_too() {
        String secret = caller.post(
                        "/api/v1/tokens", "{\"label\":\"demo\",\"role\":\"operator\",\"groups\":[\"DEMO\"]}")
                .json()
                .get("secret")
                .asText();
        String bearer = "Bearer " + secret;
        for (String name : List.of("123", "12.5", "true")) {
            String job = "{\"name\":" + name + ",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}";

            assertThat(caller.post("/api/v1/jobs", job, "Authorization", bearer).status())
                    .isEqualTo(403);
            assertThat(caller.post("/api/v1/jobs:apply", "{\"jobs\":[" + job + "]}", "Authorization", bearer)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(caller.get("/api/v1/jobs").json().get("jobs")).hasSize(1);
    }
}
