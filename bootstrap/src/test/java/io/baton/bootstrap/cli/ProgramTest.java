package io.baton.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.bootstrap.settings.KnownSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "node --help", "--demo --help"})
    void help_lists_all_commands_and_settings_in_at_most_100_columns(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();

        assertThat(printed().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(printed()).contains("Usage:", "  node ", "  preview ", "  version ", "Exit codes:");
        KnownSettings.all().forEach(setting -> assertThat(printed()).contains(setting.name() + "=<"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void version_tells_the_version_of_the_build(String argument) {
        assertThat(run(argument)).isZero();
        assertThat(printed()).matches("Baton \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
    }

    @Test
    void version_as_json_is_an_object() throws Exception {
        assertThat(run("version", "--json")).isZero();

        JsonNode version = new ObjectMapper().readTree(printed());
        assertThat(version.get("version").asText()).isEqualTo(Version.number());
        assertThat(version.get("java").asText()).isEqualTo(System.getProperty("java.version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "preview every --zone=UTC"})
    void commands_that_ask_no_server_take_its_options(String command) {
        String options = " --server=http://nowhere.invalid --token=x --ca=none.pem --json";

        assertThat(run((command + options).split(" "))).isZero();
        assertThat(complained()).isEmpty();
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(printed()).contains("--server=URL", "--token=TOKEN", "Without effect");
    }

    @Test
    void wrong_settings_are_misuse_with_one_line_each_and_no_stack_trace() {
        assertThat(run("--baton.node.slots=0", "--baton.http.prot=1")).isEqualTo(ExitCode.MISUSE);

        assertThat(complained().lines())
                .containsExactlyInAnyOrder(
                        "baton.node.slots: '0' (command line) is not legal; legal is: 1..10,000",
                        "baton.http.prot: unknown setting (command line); did you mean 'baton.http.port'?");
        assertThat(printed()).isEmpty();
    }

    @Test
    void an_unknown_command_is_misuse_and_names_the_nearest_one() {
        assertThat(run("prewiev")).isEqualTo(ExitCode.MISUSE);
        assertThat(complained()).isEqualTo("unknown command 'prewiev'; did you mean 'preview'? (--help lists all)\n");
    }

    @Test
    void an_unknown_option_of_a_command_is_misuse_in_one_line() {
        assertThat(run("preview", "* * * * *", "--zoen=UTC")).isEqualTo(ExitCode.MISUSE);
        assertThat(complained()).hasLineCount(1).startsWith("preview: ").contains("--zoen");
    }

    @Test
    void preview_prints_local_times_and_instants() {
        assertThat(run("preview", "every minute", "--zone=Asia/Shanghai", "--count=2"))
                .isZero();
        assertThat(printed()).isEqualTo("""
                        2026-11-23T08:01:00+08:00 Mon  2026-11-23T00:01:00Z
                        2026-11-23T08:02:00+08:00 Mon  2026-11-23T00:02:00Z
                        """);
    }

    @Test
    void preview_joins_the_words_of_an_expression_whose_quotes_the_shell_took() {
        assertThat(run("preview", "--json", "--count=1", "every", "minute")).isZero();
        assertThat(printed()).isEqualTo("[\"2026-11-23T00:01:00Z\"]\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview nonsense",
                "preview every --zone=Mars/Base",
                "preview every --count=0",
                "preview every --count=1001",
                "preview"
            })
    void preview_refuses_what_is_wrong_in_one_line(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.MISUSE);
        assertThat(complained()).hasLineCount(1);
    }

    @Test
    void preview_tells_of_quotes_when_the_shell_seems_to_have_put_file_names_in() {
        assertThat(run("preview", "0/5", "a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "?"))
                .isEqualTo(ExitCode.MISUSE);
        assertThat(complained()).hasLineCount(1).contains("quote it");
    }

    @Test
    void a_command_that_throws_is_one_line_and_exit_code_1() {
        assertThat(run("broken")).isEqualTo(ExitCode.REFUSED);
        assertThat(complained()).isEqualTo("no luck\\ntoday\n");
    }

    private int run(String... arguments) {
        Output output = new Output(stream(out), stream(err));
        List<Object> commands =
                List.of(new PreviewCommand(ProgramTest::times, CLOCK), new VersionCommand(), new BrokenCommand());
        return new Program(settings -> 77, () -> commands, output).run(List.of(arguments));
    }

    private static io.baton.domain.job.CronTimes times(String text, java.time.ZoneId zone) {
        if (!text.startsWith("every")) {
            throw new IllegalArgumentException("'" + text + "' is no cron expression");
        }
        return after -> Optional.of(after.plus(1, ChronoUnit.MINUTES));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @picocli.CommandLine.Command(name = "broken")
    private static final class BrokenCommand implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("no luck\ntoday");
        }
    }
}
