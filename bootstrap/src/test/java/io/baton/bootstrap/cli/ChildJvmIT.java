package io.baton.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmIT {
    @TempDir
    private Path folder;

    @Test
    void the_log_is_utf8_in_one_line_an_event_whatever_the_locale() throws Exception {
        List<String> lines = run(42);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("INFO").endsWith("Slf4j - slf4j 打个招呼");
        assertThat(lines.get(1)).endsWith("Jdk - jdk 你好 世界");
        assertThat(lines.get(2)).isEqualTo("printed größer");
    }

    @Test
    void in_json_every_event_is_an_object() throws Exception {
        List<String> lines = run(42, "--baton.log.format=json");

        assertThat(new ObjectMapper().readTree(lines.get(1)).get("message").asText())
                .isEqualTo("jdk 你好 世界");
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("logger").asText())
                .isEqualTo("io.baton.Jdk");
    }

    @Test
    void the_log_level_can_be_raised() throws Exception {
        assertThat(run(42, "--baton.log.level=error")).containsExactly("printed größer");
    }

    @Test
    void no_secret_of_the_settings_reaches_the_log() throws Exception {
        for (String format : List.of("text", "json")) {
            List<String> lines = run(42, "--baton.db.password=canary-of-8", "--baton.log.format=" + format);

            assertThat(lines).hasSize(5).noneMatch(line -> line.contains("canary"));
            assertThat(lines.get(2)).contains("java.lang.IllegalStateException: as ***");
            assertThat(lines.get(3)).contains("with ***");
        }
    }

    @Test
    void a_wrong_setting_exits_with_2_and_prints_nothing_to_stdout() throws Exception {
        assertThat(run(2, "--baton.node.slots=none")).isEmpty();
    }

    @Test
    void a_store_that_fails_during_the_start_is_one_line_and_exits_with_3() throws Exception {
        assertThat(failingStart("-Dbaton.test.fails=store"))
                .singleElement()
                .asString()
                .contains("not started: Marks: get x failed: the connection broke", "baton.db.url", "baton.redis.uri");
    }

    @Test
    void anything_else_that_fails_during_the_start_is_one_line_and_exits_with_3() throws Exception {
        assertThat(failingStart("-Dbaton.test.fails=luck"))
                .singleElement()
                .asString()
                .contains("not started: ", "IllegalStateException: no luck", "today");
    }

    @Test
    void an_error_of_the_JVM_during_the_start_ends_the_process_with_3() throws Exception {
        assertThat(failingStart("-Dbaton.test.fails=memory"))
                .first()
                .asString()
                .contains("this node cannot go on: it met", "OutOfMemoryError: on purpose");
    }

    @Test
    void an_error_of_the_JVM_in_a_cycle_ends_the_process_with_3_though_nobody_asked() throws Exception {
        assertThat(failingStart("-Dbaton.test.fails=later"))
                .filteredOn(line -> line.contains(" ERROR "))
                .first()
                .asString()
                .contains("this node cannot go on and ends", "InternalError: out of memory, on purpose");
    }

    /** What it logs of errors: everything, for it logs no more than that. */
    private List<String> failingStart(String property) throws Exception {
        return run(
                3,
                List.of(property, FailingProgram.class.getName()),
                "--baton.log.level=error",
                "--baton.http.port=0",
                "--baton.spool.dir=" + folder.resolve("spool"),
                "--baton.db.url=jdbc:h2:mem:failing");
    }

    private List<String> run(int exitCode, String... arguments) throws Exception {
        return run(exitCode, List.of(LoggingProgram.class.getName()), arguments);
    }

    private List<String> run(int exitCode, List<String> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(program);
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ended within a minute")
                .isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("err")))
                .isEqualTo(exitCode);
        return Files.readString(out, StandardCharsets.UTF_8).lines().toList();
    }
}
