package io.baton.persistence.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** R4 between two real processes: what tells the living from the dead is the operating system's. */
class SpoolOfAnotherProcessTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void R4_what_a_process_keeps_is_left_behind_once_it_was_killed() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpoolHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (FileResultSpool next = new FileResultSpool(folder, "demo");
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("kept");

            assertThat(next.leftBehind().ends()).isEmpty();
            assertThat(next.leftBehind().ends()).as("a look releases no lock").isEmpty();

            process.destroyForcibly().waitFor();
            assertThat(next.leftBehind().ends()).containsExactly(FileResultSpoolTest.ended(1));
        } finally {
            process.destroyForcibly();
        }
    }
}
