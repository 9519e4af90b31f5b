package io.baton.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The folder of the whole project, found from wherever the tests are started. */
public final class Root {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Root() {}

    /** A file or folder by its path from the root. */
    public static Path at(String path) {
        return folder().resolve(path);
    }

    /** The text of a file by its path from the root. */
    public static String text(String path) {
        try {
            return Files.readString(at(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " of the project", e);
        }
    }

    /** The modules that the root pom names, in its order. */
    public static List<String> modules() {
        return MODULE.matcher(text("pom.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("architecture-tests"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("started outside the project: no folder above "
                        + Path.of("").toAbsolutePath() + " holds architecture-tests");
            }
        }
        return here;
    }
}
