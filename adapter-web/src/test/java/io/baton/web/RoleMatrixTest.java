package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.web.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route of the API, asked by every kind of caller about a job of the own group and one of a foreign group. */
class RoleMatrixTest {
    /** What concerns all groups. */
    private static final Set<String> FOR_ALL = Set.of(
            "POST /api/v1/nodes/{id}/drain",
            "POST /api/v1/nodes/{id}/undrain",
            "POST /api/v1/reconcile",
            "GET /api/v1/dead-letters",
            "POST /api/v1/dead-letters/{id}/replay",
            "DELETE /api/v1/dead-letters/{id}");

    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final io.baton.web.Caller http = io.baton.web.Caller.of(node);
    private final RouteTable table = Tables.of(node);
    private final Map<String, Rights> rights = new TreeMap<>();
    private final Map<String, String> tokens = new TreeMap<>();

    @BeforeEach
    void one_token_for_each_kind_and_a_job_in_each_group() {
        rights.put("viewer", new Rights(Role.VIEWER, Scope.ALL));
        rights.put("operator", new Rights(Role.OPERATOR, Scope.ALL));
        rights.put("admin", Rights.ADMIN);
        rights.put("viewer of OWN", new Rights(Role.VIEWER, new Scope(Set.of("OWN"))));
        rights.put("operator of OWN", new Rights(Role.OPERATOR, new Scope(Set.of("OWN"))));
        Caller admin = new Caller("test", Rights.ADMIN, "here");
        rights.forEach((kind, right) -> tokens.put(
                kind,
                http.office
                        .people()
                        .tokens()
                        .create(admin, kind, right, Optional.empty())
                        .secret()));
        jobs();
    }

    @AfterEach
    void close() {
        http.close();
        cluster.close();
    }

    private void jobs() {
        for (String group : List.of("OWN", "FOREIGN")) {
            http.post("/api/v1/jobs", job(group));
            http.post("/api/v1/jobs/" + group + ".job/run", "{\"requestId\":\"1\"}");
        }
    }

    private static String job(String group) {
        return "{\"name\":\"" + group + ".job\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}";
    }

    private Answer ask(Route route, String group, String token) {
        String path = route.path()
                .replace("{name}", group + ".job")
                .replace("{task}", group + ".job@r-1")
                .replace("{id}", "node-1")
                .replace("{user}", "nobody")
                .replace("{version}", "1");
        String body = switch (route.path()) {
            case "/api/v1/jobs", "/api/v1/jobs/{name}" -> job(group);
            case "/api/v1/jobs:apply" -> "{\"jobs\":[" + job(group) + "]}";
            default -> "";
        };
        boolean sends = Set.of("POST", "PUT").contains(route.method().name());
        return http.send(
                route.method().name(),
                path,
                sends ? BodyPublishers.ofString(body) : BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + token);
    }

    private static boolean ofOneJob(Route route) {
        return route.path().contains("{name}")
                || route.path().contains("{task}")
                || route.path().equals("/api/v1/jobs:apply")
                || (route.path().equals("/api/v1/jobs") && route.method().name().equals("POST"));
    }

    private boolean allowed(Route route, Rights who, String group) {
        Role needed = switch (route.access()) {
            case OPEN, VIEWER, SELF -> Role.VIEWER;
            case OPERATOR -> Role.OPERATOR;
            case ADMIN -> Role.ADMIN;
        };
        boolean inScope = who.scope().all() || group.equals("OWN");
        boolean forAll = FOR_ALL.contains(route.method().name() + " " + route.path());
        return who.role().covers(needed)
                && (inScope || !ofOneJob(route))
                && (!forAll || who.scope().all());
    }

    @Test
    void every_route_lets_in_who_may_and_nobody_else() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Route route : table.routes()) {
            if (!route.path().startsWith(Route.API) || route.access() == Access.OPEN) {
                continue;
            }
            for (Map.Entry<String, String> token : tokens.entrySet()) {
                String kind = token.getKey();
                for (String group : List.of("OWN", "FOREIGN")) {
                    int status = ask(route, group, token.getValue()).status();
                    asked++;
                    boolean in = status != 401 && status != 403 && status < 500;
                    if (in != allowed(route, Objects.requireNonNull(rights.get(kind)), group)) {
                        wrong.add(route.method().name() + " " + route.path() + " by " + kind + " on " + group + ": "
                                + status);
                    }
                    jobs();
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).as("the matrix has rows").isGreaterThan(350);
    }

    @Test
    void lists_hold_what_the_caller_sees_and_no_more() {
        String own = "Bearer " + tokens.get("viewer of OWN");
        String all = "Bearer " + tokens.get("viewer");

        for (String path : List.of("/api/v1/jobs", "/api/v1/runs", "/api/v1/jobs:export")) {
            assertThat(http.get(path, "Authorization", all).http().body())
                    .contains("OWN.job")
                    .contains("FOREIGN.job");
            assertThat(http.get(path, "Authorization", own).http().body())
                    .contains("OWN.job")
                    .doesNotContain("FOREIGN");
        }
        assertThat(http.get("/api/v1/runs?job=FOREIGN.job", "Authorization", own)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void pruning_is_for_who_sees_all_groups() {
        String own = "Bearer " + tokens.get("operator of OWN");

        Answer pruned = http.post("/api/v1/jobs:apply?prune=true", "{\"jobs\":[]}", "Authorization", own);

        assertThat(pruned.status()).isEqualTo(403);
        assertThat(http.get("/api/v1/jobs/FOREIGN.job").status()).isEqualTo(200);
    }

    @Test
    void a_denial_says_what_is_missing_and_nothing_about_what_is_there() {
        Answer answer =
                http.get("/api/v1/jobs/FOREIGN.nothing", "Authorization", "Bearer " + tokens.get("viewer of OWN"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail").asText())
                .isEqualTo("the group FOREIGN is not among those of token:viewer of OWN");
    }
}
