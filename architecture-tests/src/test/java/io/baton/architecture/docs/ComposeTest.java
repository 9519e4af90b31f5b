package io.baton.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.architecture.Root;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code compose.yaml} and the {@code Dockerfile}, as far as they can be held without an engine: their form and their names. */
final class ComposeTest {
    private static final List<String> NODES = List.of("node-1", "node-2", "node-3");

    private final Map<String, Object> services = map(compose(), "services");

    @Test
    void there_are_a_redis_a_mysql_and_three_nodes() {
        assertThat(services).containsOnlyKeys("redis", "mysql", "node-1", "node-2", "node-3");
        assertThat(map(services, "redis").get("image")).asString().startsWith("redis:");
        assertThat(map(services, "mysql").get("image")).asString().startsWith("mysql:8");
    }

    @Test
    void redis_appends_to_a_file_and_evicts_nothing() {
        assertThat(list(map(services, "redis"), "command"))
                .containsSequence("--appendonly", "yes")
                .containsSequence("--maxmemory-policy", "noeviction");
    }

    @Test
    void every_node_is_built_here_and_waits_for_both_servers() {
        assertThat(NODES).allSatisfy(node -> {
            assertThat(map(services, node)).containsEntry("build", ".");
            Map<String, Object> waits = map(map(services, node), "depends_on");
            assertThat(waits).containsOnlyKeys("redis", "mysql");
            assertThat(waits.values()).containsOnly(Map.of("condition", "service_healthy"));
        });
        assertThat(List.of("redis", "mysql"))
                .allSatisfy(server -> assertThat(map(services, server)).containsKey("healthcheck"));
    }

    @Test
    void every_variable_of_a_node_is_a_setting_and_leads_to_the_servers() {
        // docs/settings.md is compared with the code by a test of its own.
        String known = Root.text("docs/settings.md");
        assertThat(NODES).allSatisfy(node -> {
            Map<String, Object> environment = map(map(services, node), "environment");
            assertThat(environment.keySet()).allMatch(name -> known.contains("`" + name + "`"));
            assertThat(environment)
                    .containsEntry("BATON_NODE_ID", node)
                    .containsEntry("BATON_REDIS_URI", "redis://redis:6379")
                    .containsEntry("BATON_DB_URL", "jdbc:mysql://mysql:3306/baton")
                    .containsEntry("BATON_HTTP_BIND", "0.0.0.0");
        });
    }

    @Test
    void no_password_stands_in_the_file_and_ports_are_open_on_this_machine_only() {
        assertThat(map(map(services, "mysql"), "environment").get("MYSQL_PASSWORD"))
                .asString()
                .startsWith("${MYSQL_PASSWORD:?");
        assertThat(NODES).allSatisfy(node -> {
            assertThat(map(map(services, node), "environment").get("BATON_API_TOKEN"))
                    .asString()
                    .startsWith("${BATON_API_TOKEN:?");
            assertThat(list(map(services, node), "ports"))
                    .singleElement()
                    .asString()
                    .matches("127\\.0\\.0\\.1:808\\d:8080");
        });
    }

    @Test
    void volumes_that_services_use_are_declared() {
        assertThat(services.keySet().stream()
                        .map(service -> map(services, service).get("volumes"))
                        .filter(List.class::isInstance)
                        .flatMap(volumes -> ((List<?>) volumes).stream())
                        .map(volume -> String.valueOf(volume).split(":", -1)[0]))
                .containsExactlyInAnyOrderElementsOf(map(compose(), "volumes").keySet());
    }

    @Test
    void the_image_runs_the_jar_that_the_build_makes_as_a_user_without_rights() {
        String dockerfile = Root.text("Dockerfile");

        assertThat(dockerfile)
                .contains("mvn -B -ntp -DskipTests -pl bootstrap -am package")
                .contains("COPY --from=build /src/bootstrap/target/baton-node.jar")
                .containsSubsequence("USER baton", "ENTRYPOINT [\"java\", \"-jar\", \"baton-node.jar\"]");
        assertThat(Root.text(".dockerignore").lines()).contains("**/target", ".git");
    }

    private static Map<String, Object> compose() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Root.text("compose.yaml"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String key) {
        assertThat(in.get(key)).as(key).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(in.get(key));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> in, String key) {
        assertThat(in.get(key)).as(key).isInstanceOf(List.class);
        return (List<Object>) Objects.requireNonNull(in.get(key));
    }
}
