package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.settings.KnownSettings;
import io.baton.bootstrap.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
