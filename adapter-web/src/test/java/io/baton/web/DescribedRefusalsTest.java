package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.web.Caller.Answer;
import io.baton.web.Description.Operation;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the description says is refused is refused: values beyond their range or enumeration, what is absent, strangers. */
class DescribedRefusalsTest {
    private static final Map<String, String> THERE =
            Map.of("name", "A.job", "task", "A.job@r-1", "id", "node-1", "version", "1", "user", "root");
    private static final Map<String, String> ABSENT =
            Map.of("name", "A.none", "task", "A.none@r-1", "id", "none", "version", "9", "user", "nobody");
    /** Of what asks for a body first. */
    private static final Map<String, String> BODIES = Map.of(
            "/api/v1/jobs:apply", "{\"jobs\":[]}",
            "/api/v1/users/{user}/rights", "{\"role\":\"viewer\"}",
            "/api/v1/users/{user}/password", "{\"password\":\"correct horse battery\"}");

    private final TestCluster cluster = new TestCluster();
    private final Caller caller = Caller.of(cluster.node("node-1"));
    private final Description description = caller.description;

    @BeforeEach
    void a_job_and_a_run() {
        caller.post("/api/v1/jobs", "{\"name\":\"A.job\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        caller.post("/api/v1/jobs/A.job/run", "{\"requestId\":\"1\"}");
    }

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private static String path(Operation operation, Map<String, String> names) {
        String path = operation.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path;
    }

    private Answer ask(Operation operation, String path, String... headers) {
        String body = BODIES.getOrDefault(operation.path(), "");
        return caller.send(operation.method(), path, BodyPublishers.ofString(body), headers);
    }

    @Test
    void what_is_absent_is_404_where_the_description_says_so() {
        for (Operation operation : description.operations()) {
            if (operation.path().contains("{")) {
                assertThat(operation.responses().has("404"))
                        .as(operation.toString())
                        .isTrue();
                assertThat(ask(operation, path(operation, ABSENT)).status())
                        .as(operation.toString())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void strangers_are_401_but_where_it_is_open() {
        for (Operation operation : description.operations()) {
            if (operation.responses().has("401")) {
                assertThat(ask(operation, path(operation, THERE), "Authorization", "Bearer x")
                                .status())
                        .as(operation.toString())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void a_body_beyond_the_limit_is_413_where_there_is_a_body() {
        byte[] large = "x".repeat(Bodies.LARGEST + 1).getBytes(StandardCharsets.UTF_8);
        for (Operation operation : description.operations()) {
            boolean takes = operation.tree().has("requestBody");

            assertThat(operation.responses().has("413"))
                    .as(operation.toString())
                    .isEqualTo(takes);
            if (takes) {
                assertThat(caller.send(
                                        operation.method(),
                                        path(
                                                operation,
                                                THERE), // In chunks: refused by its length alone, it would be cut off
                                        // while it is sent.
                                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                                .status())
                        .as(operation.toString())
                        .isEqualTo(413);
            }
        }
    }

    /** A value for a parameter. @param right whether the description lets it pass */
    private record Trial(String value, boolean right) {}

    private static List<Trial> trials(JsonNode schema) {
        List<Trial> trials = new ArrayList<>();
        schema.path("enum").forEach(word -> trials.add(new Trial(word.asText(), true)));
        if (schema.has("minimum") && schema.has("maximum")) {
            int least = schema.get("minimum").asInt();
            int most = schema.get("maximum").asInt();
            trials.addAll(List.of(
                    new Trial(String.valueOf(least), true),
                    new Trial(String.valueOf(most), true),
                    new Trial(String.valueOf(least - 1), false),
                    new Trial(String.valueOf(most + 1), false)));
        }
        boolean bound = !schema.path("type").asText().equals("string") || schema.has("pattern") || schema.has("format");
        if (bound) {
            trials.add(new Trial("n!.o!", false));
        }
        return trials;
    }

    @Test
    void parameters_keep_to_their_types_ranges_and_enumerations() {
        int tried = 0;
        for (Operation operation : description.operations()) {
            for (JsonNode parameter : description.parameters(operation)) {
                if (!parameter.get("in").asText().equals("query")) {
                    continue;
                }
                String name = parameter.get("name").asText();
                String rest = operation.path().endsWith("/preview") && !name.equals("cron") ? "&cron=x" : "";
                for (Trial trial : trials(description.resolved(parameter.get("schema")))) {
                    String asked = path(operation, THERE) + "?" + name + "=" + trial.value() + rest;
                    Answer answer = ask(operation, asked);

                    assertThat(answer.status() != 400).as(asked).isEqualTo(trial.right());
                    if (!trial.right()) {
                        assertThat(answer.json().path("field").asText())
                                .as(asked)
                                .isEqualTo(name);
                    }
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(40);
    }
}
