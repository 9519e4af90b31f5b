package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FalseClockTest {
    @TempDir
    Path folder;

    @Test
    void is_right_at_first_and_then_what_it_is_set_to() throws IOException {
        FalseClock clock = FalseClock.in(folder, Path.of("library"));
        assertThat(clock.file()).hasContent("+0");

        clock.ahead(Duration.ofMinutes(1));
        assertThat(clock.file()).hasContent("+60");

        clock.ahead(Duration.ofMinutes(-1));
        assertThat(clock.file()).hasContent("-60");
    }

    @Test
    void a_program_runs_by_it_with_the_c_library_first() {
        FalseClock clock = FalseClock.in(folder, Path.of("/lib/faketime/libfaketime.so.1"));

        List<String> command = clock.command(List.of("redis-server", "redis.conf"));

        assertThat(command)
                .startsWith("env")
                .contains(
                        "LD_PRELOAD=/lib/faketime/libfaketime.so.1 libc.so.6",
                        "FAKETIME_TIMESTAMP_FILE=" + clock.file())
                .endsWith("redis-server", "redis.conf");
    }

    @Test
    void the_library_is_found_in_a_folder_that_the_loader_is_told() throws IOException {
        Path library = library();

        assertThat(FalseClock.installed(new Settings(Map.of(), Map.of("LD_LIBRARY_PATH", "/nowhere:" + folder))))
                .isEqualTo(new Outcome.Works<>(library));
    }

    @Test
    void a_redis_with_a_false_clock_is_here_if_the_program_and_the_library_are_unless_the_rung_is_left_out()
            throws IOException {
        library();
        Path programs = Files.createDirectories(Path.of("target", "false-clock").toAbsolutePath());
        Path program = Files.writeString(programs.resolve("redis-server"), "#!/bin/sh\necho 'Redis server v=7.0.15'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("PATH", programs.toString(), "LD_LIBRARY_PATH", folder.toString());

        assertThat(ClockedRedis.isHere(new Settings(Map.of(), environment))).isTrue();
        assertThat(ClockedRedis.isHere(new Settings(Map.of(Settings.RUNGS, "maven"), environment)))
                .isFalse();
    }

    private Path library() throws IOException {
        return Files.createFile(
                Files.createDirectories(folder.resolve("faketime")).resolve("libfaketime.so.1"));
    }
}
