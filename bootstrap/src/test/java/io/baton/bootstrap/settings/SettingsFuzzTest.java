package io.baton.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.fuzzing.AskedClasses;
import io.baton.fuzzing.AttackStrings;
import io.baton.fuzzing.Choices;
import io.baton.fuzzing.Growth;
import io.baton.fuzzing.Property;
import io.baton.fuzzing.Texts;
import io.baton.fuzzing.Tripwire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings from anywhere with anything in them: accepted, or refused in one line a mistake that shows no secret. */
final class SettingsFuzzTest {
    private static final long SEED = 20_261_126;
    private static final String SECRET = "s3cr3t-canary-0123456789-0123456789";
    private static final Host HOST = new Host("web 01.example", 3, () -> "abcde");
    private static final List<String> NAMES = new ArrayList<>(KnownSettings.names());
    private static final List<String> VALUES = List.of(
            "1",
            "0",
            "-1",
            "true",
            "30s",
            "PT30S",
            "0.8",
            "node-1",
            "redis://h:6379",
            "redis-sentinel://h:1#m",
            "jdbc:h2:mem:x",
            "a=b,c=d",
            "",
            " ",
            "file:/no/such/file",
            "file:",
            "99999999999999999999",
            "1e400",
            "NaN",
            "../x",
            "a,b,,c",
            "text",
            "json");

    /** Where secrets belong, each with the ways to write one there; SECRET anywhere else would be a name. */
    private static final Map<String, List<String>> SECRETS = Map.of(
            "baton.db.password", List.of(SECRET, "\n" + SECRET, "file:" + "/no/such/file"),
            "baton.redis.uri",
                    List.of(
                            "redis://u:" + SECRET + "@h",
                            "redis://" + SECRET + "@h,redis://h",
                            "x://u:" + SECRET + "@h"),
            "baton.db.url",
                    List.of(
                            "jdbc:mysql://h/b?password=" + SECRET,
                            "jdbc:mysql://u:" + SECRET + "@h/b",
                            "jdbc:x://u:" + SECRET + "@h"));

    @TempDir
    private Path folder;

    @Test
    void any_settings_are_accepted_or_refused_in_one_line_a_mistake() {
        Property.of(SettingsFuzzTest::input, SettingsFuzzTest::isAcceptedOrRefused)
                .holds(SEED, 30_000);
    }

    @Test
    void any_config_file_is_accepted_or_refused_in_one_line_a_mistake() {
        Property.of(
                        choices -> new Config(choices.oneIn(3) ? "x.properties" : "x.yaml", file(choices)),
                        config -> isAcceptedOrRefused(input(write(config))))
                .holds(SEED, 3000);
    }

    @Test
    void attack_strings_as_values_load_no_class_and_reach_no_server() throws Exception {
        List<String> asked = AskedClasses.during(() -> AttackStrings.all()
                .forEach(text -> NAMES.forEach(name -> isAcceptedOrRefused(
                        new SettingsInput(List.of("--" + name + "=" + text), Map.of(), Map.of())))));

        assertThat(asked).noneMatch(name -> AttackStrings.all().stream().anyMatch(text -> text.contains(name)));
        assertThat(System.getProperty(Tripwire.PROPERTY)).isNull();
    }

    @Test
    void loading_takes_time_that_grows_with_the_text() {
        for (String name : NAMES) {
            Growth.isLinear(2000, n -> "x".repeat(n), value -> load("--" + name + "=" + value));
            Growth.isLinear(2000, n -> "a=b,".repeat(n / 4), value -> load("--" + name + "=" + value));
            Growth.isLinear(2000, n -> "a.".repeat(n / 2), value -> load("--" + name + "=" + value));
        }
        Growth.isLinear(2000, n -> "redis://h,".repeat(n / 10) + "!", value -> load("--baton.redis.uri=" + value));
        Growth.isLinear(2000, n -> "9".repeat(n) + "s", value -> load("--baton.node.drain-timeout=" + value));
    }

    private static LoadedSettings load(String argument) {
        return new SettingsLoader(HOST).load(new SettingsInput(List.of(argument), Map.of(), Map.of()));
    }

    private static SettingsInput input(Choices choices) {
        List<String> arguments = choices.listOf(5, SettingsFuzzTest::argument);
        Map<String, String> properties = new LinkedHashMap<>();
        Map<String, String> environment = new LinkedHashMap<>();
        for (int i = choices.below(3); i > 0; i--) {
            properties.put(name(choices), value(choices));
            environment.put(name(choices).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value(choices));
        }
        return new SettingsInput(arguments, properties, environment);
    }

    private static String argument(Choices choices) {
        if (choices.oneIn(3)) {
            String name = choices.of(SECRETS.keySet().stream().sorted().toList());
            return "--" + name + "=" + choices.of(SECRETS.getOrDefault(name, List.of(SECRET)));
        }
        return choices.oneIn(6) ? Texts.any(20).make(choices) : "--" + name(choices) + "=" + value(choices);
    }

    private static String name(Choices choices) {
        return choices.oneIn(6) ? "baton." + Texts.any(8).make(choices) : choices.of(NAMES);
    }

    private static String value(Choices choices) {
        return choices.oneIn(4) ? Texts.any(12).make(choices) : choices.of(VALUES);
    }

    private static String file(Choices choices) {
        return String.join(
                "\n",
                choices.listOf(
                        6, c -> c.oneIn(4) ? Texts.any(30).make(c) : name(c) + (c.oneIn(2) ? ": " : "=") + value(c)));
    }

    private record Config(String name, String text) {}

    private Path write(Config config) throws IOException {
        // A half of a character has no bytes in UTF-8.
        return Files.write(
                folder.resolve(config.name()), config.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static SettingsInput input(Path config) {
        return new SettingsInput(List.of("--config=" + config), Map.of(), Map.of());
    }

    private static void isAcceptedOrRefused(SettingsInput input) {
        new SettingsLoader(HOST)
                .load(input)
                .fold(
                        settings -> assertThat(settings.toString()).doesNotContain(SECRET),
                        mistakes -> assertThat(mistakes)
                                .isNotEmpty()
                                .allSatisfy(mistake -> assertThat(mistake.line())
                                        .matches("[^\\p{Cntrl}\\u2028]+: [^\\p{Cntrl}\\u2028]+")
                                        .doesNotContain(SECRET)
                                        .hasSizeLessThan(1000)));
    }
}
