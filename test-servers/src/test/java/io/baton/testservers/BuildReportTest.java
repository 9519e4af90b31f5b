package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildReportTest {
    @TempDir
    private Path folder;

    @Test
    void the_last_jvm_of_a_build_says_in_one_line_what_all_of_them_used() {
        report("false").add(List.of("Redis 7.0.15 (maven artifact)", "MariaDB 10.11.5 (maven artifact)"));
        report("false").add(List.of("Redis 7.0.15 (maven artifact)"));

        assertThat(report("true").conclusion())
                .contains("Test servers used by all modules: "
                        + "MariaDB 10.11.5 (maven artifact), Redis 7.0.15 (maven artifact)");
        assertThat(report("false").conclusion()).isEmpty();
    }

    @Test
    void a_build_without_servers_says_nothing() {
        assertThat(report("true").conclusion()).isEmpty();
        assertThat(BuildReport.of(new Settings(Map.of(), Map.of()))).isEmpty();
    }

    private BuildReport report(String last) {
        Map<String, String> properties =
                Map.of(Settings.REPORT, folder.resolve("target/used.txt").toString(), Settings.LAST, last);
        return BuildReport.of(new Settings(properties, Map.of())).orElseThrow();
    }
}
