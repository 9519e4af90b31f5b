package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.settings.Host;
import io.baton.bootstrap.settings.KnownSettings;
import io.baton.bootstrap.settings.Mistake;
import io.baton.bootstrap.settings.Setting;
import io.baton.bootstrap.settings.SettingsInput;
import io.baton.bootstrap.settings.SettingsLoader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("minutes")
class SettingsCensusIT {
    private static final Map<String, Row> ROWS = new TreeMap<>();

    static {
        Stream.of(NodeRows.all(), StoreRows.all(), WorkRows.all(), OuterRows.all())
                .forEach(ROWS::putAll);
    }

    @TempDir
    private Path folder;

    @Test
    void every_setting_has_a_row_and_every_row_is_a_setting() {
        assertThat(ROWS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        KnownSettings.all().stream().map(Setting::name).toList());
    }

    static Stream<String> settings() {
        return KnownSettings.all().stream().map(Setting::name);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void each_setting_changes_what_the_node_does(String name) throws Exception {
        try (Bench bench = new Bench(folder)) {
            row(name).check().honoured(bench);
        }
    }

    static Stream<Setting<?>> withIllegalValues() {
        return KnownSettings.all().stream()
                .filter(setting -> row(setting.name()).wrong().isPresent());
    }

    @ParameterizedTest
    @MethodSource("withIllegalValues")
    void a_wrong_value_is_refused_with_setting_value_and_range_wherever_it_stands(Setting<?> setting) throws Exception {
        String wrong = row(setting.name()).wrong().orElseThrow();
        Path file = Files.writeString(folder.resolve("value"), wrong);

        isRefused(setting, wrong, ": '");
        isRefused(setting, "file:" + file, ": the content of 'file:"); // which may be a secret and is not shown
    }

    @ParameterizedTest
    @MethodSource("withIllegalValues")
    void a_wrong_value_is_refused_whoever_gives_it(Setting<?> setting) throws Exception {
        String name = setting.name();
        String wrong = row(name).wrong().orElseThrow();
        Path config = folder.resolve("c.properties");
        Properties file = new Properties();
        file.setProperty(name, wrong);
        try (Writer to = Files.newBufferedWriter(config)) {
            file.store(to, null);
        }

        assertThat(mistakes(List.of(), Map.of(), Map.of(setting.environmentName(), wrong)))
                .anyMatch(line -> saysSo(line, setting, "environment"));
        if (!setting.environmentOnly()) {
            assertThat(mistakes(List.of(), Map.of(name, wrong), Map.of()))
                    .anyMatch(line -> saysSo(line, setting, "system property"));
            assertThat(mistakes(List.of("--" + name + "=" + wrong), Map.of(), Map.of()))
                    .anyMatch(line -> saysSo(line, setting, "command line"));
            assertThat(mistakes(List.of("--config=" + config), Map.of(), Map.of()))
                    .anyMatch(line -> saysSo(line, setting, "config file"));
        }
    }

    private static List<String> mistakes(
            List<String> arguments, Map<String, String> properties, Map<String, String> environment) {
        return new SettingsLoader(new Host("host", 2, () -> "word"))
                .load(new SettingsInput(arguments, properties, environment))
                .fold(
                        settings -> List.of(),
                        mistakes -> mistakes.stream().map(Mistake::line).toList());
    }

    private static boolean saysSo(String line, Setting<?> setting, String source) {
        return line.startsWith(setting.name() + ": '")
                && line.contains("' (" + source + ") is not legal")
                && line.endsWith("; legal is: " + setting.kind().range());
    }

    private static void isRefused(Setting<?> setting, String given, String shown) {
        assertThatThrownBy(() -> BatonNode.builder().set(setting.name(), given).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting.name() + shown)
                .hasMessageContaining("legal is: " + setting.kind().range());
    }

    private static Row row(String name) {
        return Objects.requireNonNull(ROWS.get(name), name);
    }
}
