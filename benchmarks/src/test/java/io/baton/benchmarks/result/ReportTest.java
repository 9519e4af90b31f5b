package io.baton.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.starts.Starts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table, the JSON and the plots of a run. */
final class ReportTest {
    @TempDir
    private Path folder;

    private final Findings found = new Findings(line -> {});
    private final Report report = new Report("a machine", Map.of("baton", "as it comes", "a<peer", "tuned"), found);

    @BeforeEach
    void fill() {
        List.of(
                        measured("baton", 1000, 8),
                        measured("baton", 500, 6),
                        measured("baton", 250, 7),
                        measured("a<peer", 4000, 90),
                        measured("a<peer", 2000, 80))
                .forEach(one -> found.add("A", one));
    }

    /** A hundred started within so many ms. */
    private static Measured measured(String contender, long millis, long lateness) {
        Starts starts = new Starts(100, 100, 100, 5_000 + millis, List.of(1L, lateness));
        return new Measured(
                contender,
                "100 at once, 1 workers",
                5_000,
                100,
                starts,
                new Cost(0.02, 0.1, 4, 0.001, 0.0005),
                Optional.empty());
    }

    @Test
    void the_table_has_medians_ranges_and_the_ratio_to_the_best_peer() {
        assertThat(report.loads()).hasSize(4);
        assertThat(report.loads().get(2))
                .isEqualTo(
                        "| 100 at once, 1 workers | baton | 200 (100–400) | 8.0 × | 7 (6–8) | 7 (6–8) | 7 (6–8) | 7 (6–8)"
                                + " | 0.020 | 0.10 | 4.00 | 1.00 + 0.50 | each once |");
        assertThat(report.loads().get(3)).contains("| a<peer | 25 (25–50) | – | 80 (80–90) |");
    }

    @Test
    void a_round_that_does_not_count_makes_the_line_void() {
        Measured lost = new Measured(
                "baton", "w", 0, 5, new Starts(4, 4, 4, 1, List.of(1L)), new Cost(0, 0, 0, 0, 0), Optional.empty());

        found.add("A", lost);

        assertThat(report.loads()).anyMatch(line -> line.endsWith("| VOID: 1 lost |"));
        assertThat(report.verdict()).contains("VOID: A w, baton: 1 lost");
    }

    @Test
    void a_figure_stands_beside_its_target_with_its_median_and_how_far_it_missed() {
        Subject subject = new Subject("A", "burst", "baton");
        for (double value : new double[] {0.125, 0.5, 0.15}) {
            found.add(subject.figure("commits", "", value, Target.atMost(0.1)));
        }
        found.add(subject.figure("executions a second", "1/s", 9_000, Target.atLeast(8_000)));
        found.add(new Subject("A", "burst", "peer").figure("executions a second", "1/s", 100));

        assertThat(report.figures())
                .contains(
                        "| A burst | baton | commits | 0.15 (0.13–0.50) | ≤ 0.10 | missed by 50 % |",
                        "| A burst | baton | executions a second, 1/s | 9,000 | ≥ 8,000 | met |",
                        "| A burst | peer | executions a second, 1/s | 100 | – | – |");
        assertThat(report.verdict()).contains("1 targets met, 1 missed");
    }

    @Test
    void what_could_not_be_measured_is_said_and_what_was_left_out_is_said_once() {
        found.spoilt(new Subject("C", "kill -9", "baton"), "3 lost");
        found.mark("C peer: takes an hour");
        found.mark("C peer: takes an hour");

        assertThat(report.verdict())
                .containsExactly("0 targets met, 0 missed", "VOID: C kill -9, baton: 3 lost", "C peer: takes an hour");
    }

    @Test
    void the_json_has_every_round_and_the_plots_are_xml() throws Exception {
        found.add(new Subject("C", "a & b", "baton").figure("after", "s", 1.5, Target.atMost(1)));
        report.write(folder);

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("result.json").toFile());
        assertThat(json.get("machine").asText()).isEqualTo("a machine");
        assertThat(json.get("settings").get("a<peer").asText()).isEqualTo("tuned");
        assertThat(json.get("rounds")).hasSize(5);
        assertThat(json.get("rounds").get(0).get("executionsPerSecond").asDouble())
                .isEqualTo(100);
        assertThat(json.get("rounds").get(0).get("latenessMillis").get("p99").asLong())
                .isEqualTo(8);
        assertThat(json.get("figures").get(0).get("verdict").asText()).isEqualTo("missed by 50 %");
        assertThat(Files.readString(folder.resolve("C-s.svg"))).contains("baton, a &amp; b: after");
        for (String plot : List.of("rate.svg", "lateness.svg")) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve(plot).toFile());
            assertThat(document.getElementsByTagName("line").getLength()).isEqualTo(2);
            assertThat(Files.readString(folder.resolve(plot))).contains("a&lt;peer, 100 at once, 1 workers");
        }
    }
}
