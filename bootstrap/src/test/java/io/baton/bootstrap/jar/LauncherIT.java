package io.baton.bootstrap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code bin/baton}. */
@Tag("jar")
@Tag("minutes")
class LauncherIT {
    private static final Path LAUNCHER =
            Path.of("..", "bin", "baton").toAbsolutePath().normalize();

    private final Map<String, String> environment =
            new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home"), "BATON_JAR", NodeJar.jar()));

    @TempDir
    private Path folder;

    private NodeJar launch(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return NodeJar.start(folder, command, environment);
    }

    @Test
    void it_starts_a_node_in_the_place_of_its_shell_which_ends_as_the_node_does() {
        try (NodeJar node = launch(LAUNCHER, "--baton.http.port=0")) {
            node.ready();
            assertThat(node.command()).contains("-XX:+UseSerialGC", "-jar " + NodeJar.jar(), "--baton.http.port=0");

            node.term();

            assertThat(node.exit()).isZero();
        }
    }

    @Test
    void it_finds_the_jar_beside_itself_and_the_options_of_its_user_come_last() throws IOException {
        Path home = Files.createDirectory(folder.resolve("a folder"));
        Path launcher = Files.copy(LAUNCHER, home.resolve("baton"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(home.resolve("baton-node.jar"), Path.of(NodeJar.jar()));
        environment.remove("BATON_JAR");
        environment.put("BATON_JAVA_OPTS", "-Xmx300m -XX:+PrintFlagsFinal");

        try (NodeJar node = launch(launcher, "version")) {
            assertThat(node.exit()).isZero();
            assertThat(node.out()).anyMatch(line -> line.matches(" *size_t MaxHeapSize += 314572800 .*"));
        }
    }

    @Test
    void it_writes_the_archive_of_classes_that_the_next_start_uses() {
        Path archive = folder.resolve("classes.jsa");
        environment.put("BATON_ARCHIVE", archive.toString());

        try (NodeJar first = launch(LAUNCHER, "version")) {
            assertThat(first.exit()).isZero();
            assertThat(archive).isNotEmptyFile();
        }
        environment.put("BATON_JAVA_OPTS", "-XX:+PrintFlagsFinal");
        try (NodeJar next = launch(LAUNCHER, "version")) {
            assertThat(next.exit()).isZero();
            assertThat(next.out()).anyMatch(line -> line.matches(" *ccstr SharedArchiveFile += \\S*classes\\.jsa .*"));
        }
    }

    @Test
    void without_a_jar_it_says_what_to_do() throws IOException {
        Path launcher = Files.copy(LAUNCHER, folder.resolve("baton"), StandardCopyOption.COPY_ATTRIBUTES);
        environment.remove("BATON_JAR");

        try (NodeJar node = launch(launcher, "version")) {
            assertThat(node.exit()).isEqualTo(66);
            assertThat(node.err()).singleElement().asString().contains("BATON_JAR", "mvn -DskipTests");
        }
    }
}
