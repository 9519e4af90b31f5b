package io.baton.resilience.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The runnable jar that the build made, which is what the scenes run. */
public final class NodeJar {
    private NodeJar() {}

    /**
     * The jar: where the system property {@code baton.node.jar} says, or in {@code bootstrap/target} of this checkout.
     *
     * @throws IllegalStateException if it was not built
     */
    public static Path path() {
        String given = System.getProperty("baton.node.jar", "");
        if (!given.isEmpty()) {
            return existing(Path.of(given));
        }
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("bootstrap"))
                ? here
                : here.resolve("..").normalize();
        return existing(root.resolve("bootstrap/target/baton-node.jar"));
    }

    /** The jar of an earlier version, where the system property {@code baton.earlier.jar} says; empty if it says nothing. */
    public static Optional<Path> earlier() {
        String given = System.getProperty("baton.earlier.jar", "");
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(existing(Path.of(given).toAbsolutePath()));
    }

    /** Whether the earlier version's jar is another than this one's. */
    public static boolean areTwo() {
        try {
            return Files.mismatch(path(), earlier().orElseThrow()) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    jar + " is not there; build it with: mvn -DskipTests -pl bootstrap -am package");
        }
        return jar;
    }
}
