package io.baton.testservers;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Server programs unpacked once from jars and kept for later JVMs.
 *
 * <p>They lie in the user's cache folder, or below {@code target} if that one takes no programs; not in the temporary
 * folder, from which many systems run no programs. A folder appears under its name by one atomic move when it is complete,
 * so that two JVMs may unpack at the same time: the second one finds the name taken and uses what is there.
 */
final class UnpackedBinaries {
    private final List<Path> roots;

    UnpackedBinaries(Settings settings) {
        Optional<Path> cache = settings.variable("XDG_CACHE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> settings.value("user.home").map(home -> Path.of(home, ".cache")))
                .filter(Path::isAbsolute);
        this.roots = Stream.concat(cache.stream(), Stream.of(Path.of("target").toAbsolutePath()))
                .map(root -> root.resolve("baton-test-servers"))
                .toList();
    }

    /** Fills an empty folder with what belongs into it. */
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /**
     * The folder called {@code name}, unpacked now unless it was before, or why there is none.
     *
     * @param name says what is in it, with its version: other content has to have another name
     * @param program the file in it that has to be executable
     */
    Outcome<Path> folder(String name, String program, Unpacking unpacking) {
        List<String> failures = new ArrayList<>();
        for (Path root : roots) {
            Path folder = root.resolve(name);
            try {
                unpackOnce(folder, program, unpacking);
                if (Files.isExecutable(folder.resolve(program))) {
                    return new Outcome.Works<>(folder);
                }
                failures.add(folder.resolve(program) + " may not be executed (mounted noexec?)");
            } catch (IOException e) {
                failures.add(folder + ": " + e);
            }
        }
        return new Outcome.Missing<>("set XDG_CACHE_HOME to a writable folder that programs may be run from; tried "
                + String.join("; ", failures));
    }

    private static void unpackOnce(Path folder, String program, Unpacking unpacking) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        Path unpacked = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try {
            unpacking.into(unpacked);
            Files.setPosixFilePermissions(unpacked.resolve(program), PosixFilePermissions.fromString("rwx------"));
            moveUnlessThere(unpacked, folder);
        } finally {
            Folders.delete(unpacked);
        }
    }

    private static void moveUnlessThere(Path unpacked, Path folder) throws IOException {
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
