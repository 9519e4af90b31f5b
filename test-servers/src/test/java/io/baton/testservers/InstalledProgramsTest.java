package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstalledProgramsTest {
    /** Not in the temporary folder, where programs may not be allowed to run. */
    private final Path folder = Path.of("target", "installed-programs").toAbsolutePath();

    private final InstalledPrograms programs =
            new InstalledPrograms(new Settings(Map.of(), Map.of("PATH", "/nowhere:" + folder)));

    @Test
    void finds_a_program_that_is_new_enough() throws IOException {
        Path program = install("server-a", "server v=7.0.15 sha=00");

        assertThat(programs.find("server-a", 7, 0)).isEqualTo(new Outcome.Works<>(program));
    }

    @Test
    void passes_over_one_that_is_too_old() throws IOException {
        install("server-b", "server-b  Ver 10.5.21-MariaDB for Linux");

        assertThat(reason(programs.find("server-b", 10, 6))).contains("older than 10.6", "10.5.21");
    }

    @Test
    void says_how_to_install_one_that_is_missing() {
        assertThat(reason(programs.find("server-c", 1, 0))).contains("no 'server-c' on PATH", "apt-get install");
    }

    private static String reason(Outcome<Path> outcome) {
        return ((Outcome.Missing<Path>) outcome).why();
    }

    private Path install(String name, String version) throws IOException {
        Files.createDirectories(folder);
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\necho '" + version + "'\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
