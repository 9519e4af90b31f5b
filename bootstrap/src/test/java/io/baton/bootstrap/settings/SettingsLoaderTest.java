package io.baton.bootstrap.settings;

import static io.baton.bootstrap.settings.Loading.accepted;
import static io.baton.bootstrap.settings.Loading.input;
import static io.baton.bootstrap.settings.Loading.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    @Test
    void words_may_be_in_letters_of_any_case() {
        NodeSettings settings = accepted(input(
                "--baton.log.level=WARN",
                "--baton.log.format=Json",
                "--baton.redis.uri=redis://x",
                "--baton.db.url=jdbc:mysql://x/y",
                "--baton.redis.mode=SINGLE"));

        assertThat(settings.log()).isEqualTo(new LogSettings(LogFormat.JSON, LogLevel.WARN));
        assertThat(settings.stores().redis().orElseThrow().mode()).isEqualTo(RedisMode.SINGLE);
    }

    @Test
    void all_secrets_are_known_those_in_addresses_too_as_written_and_decoded() {
        NodeSettings settings = accepted(new SettingsInput(
                List.of(
                        "--baton.redis.uri=redis://u:p%40ss-1@x:1,redis://p%2Bss-2@y",
                        "--baton.db.url=jdbc:mysql://x/y?user=u&password=pass-3&x=1", "--baton.db.password=pass-4"),
                Map.of(),
                Map.of("BATON_API_TOKEN", "t".repeat(32), "BATON_ADMIN_PASSWORD", "pass-5-and-more")));

        assertThat(settings.secrets())
                .contains("p%40ss-1", "p@ss-1", "p%2Bss-2", "p+ss-2", "pass-3", "pass-4", "pass-5-and-more")
                .contains("t".repeat(32))
                .doesNotContain("u", "");
    }

    @TempDir
    private Path folder;

    @Test
    void without_any_setting_the_node_is_standalone_with_the_documented_defaults() {
        NodeSettings settings = accepted(input());

        assertThat(settings.standalone()).isTrue();
        assertThat(settings.node().cluster()).isEqualTo("baton");
        assertThat(settings.node().id().text()).isEqualTo("web-01.example-abcde");
        assertThat(settings.node().slots()).isEqualTo(12);
        assertThat(settings.node().timing())
                .isEqualTo(new Timing(Duration.ofSeconds(25), Duration.ofSeconds(5), Duration.ofSeconds(30)));
        assertThat(settings.stores().database().embedded()).isTrue();
        assertThat(settings.stores().waitForServers()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.stores().spool()).isEqualTo(Path.of("./baton-data/spool"));
        assertThat(settings.work().dispatch().loadThreshold()).isEqualTo(0.8);
        assertThat(settings.work().acceptLegacy()).isTrue();
        assertThat(settings.work().retention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.work().tasks())
                .isEqualTo(new TaskSettings(Path.of("./tasks"), List.of(), List.of(), false));
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().bind()).isEqualTo("127.0.0.1");
        assertThat(settings.log()).isEqualTo(new LogSettings(LogFormat.TEXT, LogLevel.INFO));
    }

    @Test
    void command_line_beats_property_beats_environment_beats_file_beats_default() throws Exception {
        Path file = Files.writeString(
                folder.resolve("c.yaml"),
                "baton: {node: {slots: 2}, http: {port: 2}, cluster: two, log: {format: json}}");
        SettingsInput input = new SettingsInput(
                List.of("--baton.node.slots=5", "--config=" + file),
                Map.of("baton.node.slots", "4", "baton.http.port", "4"),
                Map.of("BATON_NODE_SLOTS", "3", "BATON_HTTP_PORT", "3", "BATON_CLUSTER", "three"));

        NodeSettings settings = accepted(input);

        assertThat(settings.node().slots()).isEqualTo(5);
        assertThat(settings.http().port()).isEqualTo(4);
        assertThat(settings.node().cluster()).isEqualTo("three");
        assertThat(settings.log().format()).isEqualTo(LogFormat.JSON);
    }

    @Test
    void the_config_file_may_have_dotted_keys_lists_and_maps() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), """
                baton.tasks.packages: [com.acme, com.other]
                baton.node:
                  labels: { zone: a, gpu: yes }
                  drain-timeout: 1m
                """);

        NodeSettings settings = accepted(input("--config=" + file));

        assertThat(settings.work().tasks().packages()).containsExactly("com.acme", "com.other");
        assertThat(settings.node().labels().values()).isEqualTo(Map.of("zone", "a", "gpu", "yes"));
        assertThat(settings.node().timing().drainTimeout()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void the_config_file_may_be_properties_in_utf8() throws Exception {
        Path file = Files.writeString(folder.resolve("c.properties"), "baton.db.user=größe\nbaton.http.port=0\n");

        NodeSettings settings = accepted(input("--config=" + file));

        assertThat(settings.stores().database().user()).isEqualTo("größe");
        assertThat(settings.http().port()).isZero();
    }

    @Test
    void a_value_may_stand_in_a_file_of_its_own() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), " pass word \r\n");

        NodeSettings settings = accepted(input("--baton.db.password=file:" + secret));

        assertThat(settings.stores().database().password().value()).isEqualTo(" pass word ");
    }

    @Test
    void an_empty_value_counts_as_not_given() {
        NodeSettings settings =
                accepted(new SettingsInput(List.of(), Map.of(), Map.of("BATON_REDIS_URI", "", "BATON_NODE_SLOTS", "")));

        assertThat(settings.standalone()).isTrue();
        assertThat(settings.node().slots()).isEqualTo(12);
    }

    @Test
    void variables_of_the_client_of_tests_and_of_kubernetes_services_are_not_ours() {
        Map<String, String> environment = Map.of(
                "BATON_TOKEN", "t",
                "BATON_SERVER", "http://x",
                "BATON_TEST_REDIS", "x",
                "BATON_SERVICE_HOST", "10.0.0.1",
                "BATON_SERVICE_PORT_HTTP", "8080",
                "BATON_PORT", "tcp://10.0.0.1:8080",
                "BATON_PORT_8080_TCP_ADDR", "10.0.0.1",
                "BATON_REDIS_PORT", "tcp://10.0.0.2:6379");

        assertThat(accepted(new SettingsInput(List.of(), Map.of(), environment)).standalone())
                .isTrue();
    }

    @Test
    void redis_and_mysql_make_a_cluster_node() {
        NodeSettings settings = accepted(
                input("--baton.redis.uri=redis://a:6379,redis://b:6379", "--baton.db.url=jdbc:mysql://db/baton"));

        RedisSettings redis = settings.stores().redis().orElseThrow();
        assertThat(redis.uris()).containsExactly("redis://a:6379", "redis://b:6379");
        assertThat(redis.effectiveMode()).isEqualTo(RedisMode.CLUSTER);
        assertThat(settings.stores().database().embedded()).isFalse();
    }

    @Test
    void a_sentinel_address_stays_in_one_piece() {
        NodeSettings settings = accepted(input(
                "--baton.redis.uri=redis-sentinel://s1:26379,s2:26379/0#master",
                "--baton.db.url=jdbc:mariadb://db/baton"));

        RedisSettings redis = settings.stores().redis().orElseThrow();
        assertThat(redis.uris()).hasSize(1);
        assertThat(redis.effectiveMode()).isEqualTo(RedisMode.SENTINEL);
    }

    @Test
    void secrets_come_from_the_environment_only() {
        String token = "0123456789abcdef0123456789abcdef";
        NodeSettings settings = accepted(new SettingsInput(
                List.of(), Map.of(), Map.of("BATON_API_TOKEN", token, "BATON_ADMIN_PASSWORD", "hunter2hunter2")));

        assertThat(settings.http().apiToken()).contains(new Secret(token));
        assertThat(settings.http().adminPassword()).contains(new Secret("hunter2hunter2"));
        assertThat(refused(input("--baton.api.token=" + token)))
                .singleElement()
                .asString()
                .contains("unknown setting");
    }

    @Test
    void a_host_name_without_a_legal_character_gives_a_legal_node_id() {
        assertThat(new Host("主机", 1, () -> "x").freshNodeId()).isEqualTo("node-x");
        assertThat(new Host("h".repeat(300), 1, () -> "x").freshNodeId()).hasSize(52);
    }

    @Test
    void the_builder_door_reads_nothing_of_the_process() {
        NodeSettings settings = accepted(SettingsInput.of(Map.of("baton.node.id", "me")));

        assertThat(settings.node().id().text()).isEqualTo("me");
    }
}
