package io.baton.bootstrap.settings;

import static io.baton.bootstrap.settings.Loading.accepted;
import static io.baton.bootstrap.settings.Loading.input;
import static io.baton.bootstrap.settings.Loading.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsMistakesTest {
    @TempDir
    private Path folder;

    @Test
    void all_mistakes_come_out_at_once_each_with_setting_value_and_range() {
        assertThat(refused(input(
                        "--baton.node.slots=0",
                        "--baton.http.port=70000",
                        "--baton.log.format=xml",
                        "--baton.node.drain-timeout=25")))
                .containsExactlyInAnyOrder(
                        "baton.node.slots: '0' (command line) is not legal; legal is: 1..10,000",
                        "baton.http.port: '70000' (command line) is not legal; legal is: 0..65,535",
                        "baton.log.format: 'xml' (command line) is not legal; legal is: text, json",
                        "baton.node.drain-timeout: '25' (command line) is not legal; legal is: 0s..1h");
    }

    @ParameterizedTest
    @CsvSource({
        "baton.cluster, Upper",
        "baton.node.id, a b",
        "baton.node.labels, zone",
        "baton.node.slots, 10001",
        "baton.node.slots, ８",
        "baton.dispatch.load-threshold, 1.1",
        "baton.dispatch.load-threshold, NaN",
        "baton.dispatch.firing-nodes, 0",
        "baton.redis.uri, http://x",
        "baton.redis.uri, redis://localhost:notaport",
        "baton.redis.uri, redis://localhost:99999",
        "baton.redis.uri, redis-sentinel://h:26379",
        "baton.redis.uri, 'redis://h:1,redis-sentinel://h:2#m'",
        "baton.redis.mode, auto-matic",
        "baton.db.url, jdbc:postgresql://x/y",
        "baton.tasks.allow, com.acme.*",
        "baton.tasks.allow, noDot",
        "baton.tasks.packages, com..acme",
        "baton.queue.accept-legacy, yes",
        "baton.http.bind, a/b",
        "baton.history.retention, 1s",
    })
    void illegal_values_are_refused(String name, String value) {
        assertThat(refused(input("--" + name + "=" + value)))
                .anySatisfy(line -> assertThat(line).startsWith(name + ": '").contains("legal is: "));
    }

    @Test
    void an_unknown_setting_names_the_nearest_known_one_whatever_its_source() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "baton: {node: {slotz: 2}}");
        SettingsInput input = new SettingsInput(
                List.of("--baton.redis.url=redis://x", "--config=" + file),
                Map.of("baton.htp.port", "1", "user.home", "x"),
                Map.of("BATON_DB_PASWORD", "s3cret", "PATH", "x"));

        assertThat(refused(input))
                .containsExactlyInAnyOrder(
                        "baton.redis.url: unknown setting (command line); did you mean 'baton.redis.uri'?",
                        "baton.node.slotz: unknown setting (config file); did you mean 'baton.node.slots'?",
                        "baton.htp.port: unknown setting (system property); did you mean 'baton.http.port'?",
                        "BATON_DB_PASWORD: unknown setting (environment); did you mean 'BATON_DB_PASSWORD'?");
    }

    @Test
    void an_unknown_option_names_the_nearest_known_one() {
        assertThat(refused(input("--dmeo", "--http.port=1", "extra", "--baton.node.slots")))
                .containsExactlyInAnyOrder(
                        "--dmeo: unknown option of the node; did you mean '--demo'?",
                        "--http.port: unknown option of the node; did you mean '--baton.http.port'?",
                        "extra: unknown option of the node; did you mean '--demo'?",
                        "--baton.node.slots: has no value; write --baton.node.slots=VALUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--baton.redis.uri=redis://x | baton.db.url: is missing",
                "--baton.db.url=jdbc:mysql://x/y | baton.redis.uri: is missing",
                "--baton.redis.uri=redis://x --baton.db.url=jdbc:h2:./x | baton.db.url: is an H2",
                "--baton.db.url=jdbc:h2:tcp://x/y | baton.db.url: 'jdbc:h2:tcp://x/y' is an H2 that several",
                "--baton.db.url=jdbc:h2:./x;AUTO_SERVER=TRUE | is an H2 that several",
                "--baton.db.url=jdbc:h2:./x;Init=RUNSCRIPT | baton.db.url: 'jdbc:h2:./x;INIT=…' would run SQL",
                "--baton.node.heartbeat-interval=11s | baton.node.heartbeat-interval: '11s' is more than a third",
                "--baton.node.heartbeat-timeout=14s | legal is: at most 4666ms",
                "--baton.redis.uri=redis://x,redis://y --baton.db.url=jdbc:mysql://x/y --baton.redis.mode=single | baton.redis.mode: 'single' does not fit",
                "--baton.redis.uri=redis://x --baton.db.url=jdbc:mysql://x/y --baton.redis.mode=sentinel | baton.redis.mode: 'sentinel' does not fit",
            })
    void settings_that_do_not_go_together_are_refused_with_the_reason(String arguments, String expected) {
        assertThat(refused(input(arguments.split(" "))))
                .singleElement()
                .asString()
                .contains(expected);
    }

    @Test
    void what_stands_in_a_file_of_its_own_is_not_shown() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "top secret");

        assertThat(refused(input("--baton.cluster=file:" + file)))
                .containsExactly("baton.cluster: the content of 'file:" + file
                        + "' (command line) is not legal; legal is: [a-z0-9-]{1,32}");
    }

    @Test
    void a_long_value_is_told_by_its_beginning_and_needs_no_stack() {
        for (String name : List.of("baton.tasks.allow", "baton.tasks.packages", "baton.cluster")) {
            assertThat(refused(input("--" + name + "=" + "redis://h," + "a.".repeat(20_000))))
                    .anySatisfy(
                            line -> assertThat(line).startsWith(name + ": '").contains("…'"))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(500));
        }
    }

    @Test
    void a_setting_without_a_name_is_shown_as_such() {
        assertThat(refused(new SettingsInput(List.of(""), Map.of(), Map.of())))
                .singleElement()
                .asString()
                .startsWith("'': unknown option");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://u:s3cret@h:x",
                "redis://u:s3/s3cret#y@h:1",
                "redis://h:1,redis://u:a@s3cret@h:x",
                "redis-sentinel://s3cret@h:1"
            })
    void the_password_of_a_malformed_address_is_not_printed(String address) {
        assertThat(refused(input("--baton.redis.uri=" + address, "--baton.db.url=jdbc:mysql://x/y")))
                .singleElement()
                .asString()
                .startsWith("baton.redis.uri: '")
                .contains("***", "legal is: redis://HOST:PORT")
                .doesNotContain("s3");
    }

    @Test
    void what_the_init_of_an_h2_address_runs_is_not_printed() {
        assertThat(refused(input("--baton.db.url=jdbc:h2:./x;PASSWORD=s3cret;INIT=CREATE USER u PASSWORD 's3cret'")))
                .singleElement()
                .asString()
                .contains("baton.db.url", "legal is: ")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "administrator", "Administrator", "aaaaaaaaaaaa", "password1234"})
    void a_password_of_the_first_user_that_is_guessed_first_is_refused_and_not_printed(String password) {
        assertThat(refused(new SettingsInput(List.of(), Map.of(), Map.of("BATON_ADMIN_PASSWORD", password))))
                .containsExactly("BATON_ADMIN_PASSWORD: '***' (environment) is not legal; legal is: at least 12"
                        + " characters, at most 72 bytes, at least 4 different signs, none that is guessed first");
    }

    @Test
    void a_password_of_the_first_user_that_is_too_long_is_refused() {
        Map<String, String> environment = Map.of("BATON_ADMIN_PASSWORD", "0123456789".repeat(8));

        assertThat(refused(new SettingsInput(List.of(), Map.of(), environment)))
                .singleElement()
                .asString()
                .contains("at most 72 bytes");
    }

    @Test
    void no_secret_is_ever_printed() {
        Map<String, String> environment =
                Map.of("BATON_API_TOKEN", "s3cret-short", "BATON_ADMIN_PASSWORD", "s3cret-admin");
        List<String> lines = refused(new SettingsInput(
                List.of(
                        "--baton.redis.uri=redis://u:s3cret@x:1 oops",
                        "--baton.db.url=jdbc:pg://u:s3cret@x/y?password=s3cret",
                        "--baton.db.password=s3cret"),
                Map.of(),
                environment));
        NodeSettings settings = accepted(input(
                "--baton.redis.uri=redis://u:s3cret@x:1,redis://:s3cret@y",
                "--baton.db.url=jdbc:mysql://x/y?user=u&password=s3cret&x=1",
                "--baton.db.password=s3cret"));

        assertThat(lines).hasSize(3).noneMatch(line -> line.contains("s3cret"));
        assertThat(settings.toString()).doesNotContain("s3cret").contains("***").contains("x=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config=/nowhere/at/all.yaml", "--baton.db.password=file:/nowhere/at/all"})
    void a_file_that_is_not_there_is_one_line(String argument) {
        assertThat(refused(input(argument))).singleElement().asString().contains("there is no such file");
    }

    @Test
    void a_config_file_that_is_no_yaml_is_one_line_with_the_place() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "baton: [\n");

        assertThat(refused(input("--config=" + file)))
                .singleElement()
                .asString()
                .contains("line ")
                .doesNotContain("\n");
    }

    @Test
    void a_mistake_is_one_line_even_if_its_value_is_not() {
        assertThat(refused(input("--baton.cluster=a\nb\u001b[2J")))
                .singleElement()
                .asString()
                .contains("a\\nb\\u001b");
    }
}
