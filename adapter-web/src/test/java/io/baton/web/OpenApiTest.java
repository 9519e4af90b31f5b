package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.web.Description.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The description is well formed, and tells of the routes that there are and of what they read: all of it, and no more. */
class OpenApiTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final List<Route> routes = Tables.api(node);
    private final Caller caller = Caller.of(node);
    private final Description description = caller.description;

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    /** What the route reads, of a job and a run that are there. */
    private AskedFor asked(Route route) {
        caller.post("/api/v1/jobs", "{\"name\":\"A.job\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        caller.post("/api/v1/jobs/A.job/run", "{\"requestId\":\"1\"}");
        return AskedFor.of(route);
    }

    private static String name(Route route) {
        return route.method().name() + " " + route.path();
    }

    private Operation operation(Route route) {
        return description
                .operation(route.method().name(), route.path())
                .orElseThrow(() -> new AssertionError(name(route) + " is not described"));
    }

    private Set<String> parameters(Operation operation, String in) {
        Set<String> names = new TreeSet<>();
        description.parameters(operation).stream()
                .filter(parameter -> parameter.get("in").asText().equals(in))
                .forEach(parameter -> names.add(parameter.get("name").asText()));
        return names;
    }

    @Test
    void a_validator_of_others_accepts_it() {
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(description.root().toString());

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths())
                .hasSameSizeAs(description.root().get("paths"));
        assertThat(new OpenAPIV3Parser()
                        .readContents(
                                description.root().toString().replace("\"responses\":{\"200\"", "\"answers\":{\"200\""))
                        .getMessages())
                .as("it does look")
                .isNotEmpty();
    }

    @Test
    void it_is_what_a_node_tells() {
        assertThat(caller.get("/openapi.json").json()).isEqualTo(description.root());
    }

    @Test
    void every_route_is_described_and_nothing_else() {
        assertThat(description.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(
                        routes.stream().map(OpenApiTest::name).toList());
        assertThatThrownBy(() -> OpenApi.describe(routes.subList(1, routes.size())))
                .hasMessageContaining(routes.get(0).path());
        List<Route> more = new ArrayList<>(routes);
        more.add(Route.look("/more", "One more", http -> {}));
        assertThatThrownBy(() -> OpenApi.describe(more)).hasMessageContaining("GET /api/v1/more is not described");
    }

    @Test
    void every_route_reads_the_parameters_that_are_described_and_no_other() {
        for (Route route : routes) {
            Operation operation = operation(route);
            AskedFor asked = asked(route);

            assertThat(asked.query()).as(name(route)).isEqualTo(parameters(operation, "query"));
            assertThat(asked.headers()).as(name(route)).isEqualTo(parameters(operation, "header"));
            assertThat(VARIABLE.matcher(route.path()).results().map((MatchResult found) -> found.group(1)))
                    .as(name(route))
                    .containsExactlyInAnyOrderElementsOf(parameters(operation, "path"));
        }
    }

    @Test
    void every_route_that_reads_a_body_says_so_and_no_other() {
        for (Route route : routes) {
            assertThat(asked(route).body())
                    .as(name(route))
                    .isEqualTo(operation(route).tree().has("requestBody"));
        }
    }

    @Test
    void what_is_open_says_so() {
        for (Route route : routes) {
            boolean open = operation(route).tree().get("security").isEmpty();

            assertThat(open).as(name(route)).isEqualTo(route.access() == Access.OPEN);
            assertThat(operation(route).responses().has("401")).as(name(route)).isNotEqualTo(open);
            assertThat(operation(route).responses().has("429")).as(name(route)).isNotEqualTo(open);
        }
    }

    @Test
    void no_schema_parameter_or_response_is_there_for_nobody() {
        String text = description.root().toString();
        for (String kind : List.of("schemas", "parameters", "responses", "headers", "requestBodies")) {
            JsonNode components = description.root().get("components").get(kind);
            components
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(text).contains("\"#/components/" + kind + "/" + name + "\""));
        }
    }
}
