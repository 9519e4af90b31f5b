package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The wall clock of a program that libfaketime is loaded into: ahead of the machine's by what a file says, which the program
 * reads each time that it asks for the time. What it measures by the monotonic clock stays right.
 *
 * @param library libfaketime
 * @param file says how far the clock is ahead
 */
record FalseClock(Path library, Path file) {
    /** As the packages of Debian, Fedora and Alpine, and its own makefile, call it. */
    private static final String LIBRARY = "faketime/libfaketime.so.1";

    /** A clock that is right, for a program that works in that folder. */
    static FalseClock in(Path folder, Path library) {
        FalseClock clock = new FalseClock(library, folder.resolve("clock"));
        clock.ahead(Duration.ZERO);
        return clock;
    }

    /** The library of this machine. */
    static Outcome<Path> installed(Settings settings) {
        return folders(settings)
                .map(folder -> folder.resolve(LIBRARY))
                .filter(Files::isRegularFile)
                .findFirst()
                .<Outcome<Path>>map(Outcome.Works::new)
                .orElseGet(() -> new Outcome.Missing<>("no " + LIBRARY
                        + " in the folders of libraries; install it, e.g. apt-get install libfaketime"));
    }

    private static Stream<Path> folders(Settings settings) {
        Stream<Path> told = Stream.of(
                        settings.variable("LD_LIBRARY_PATH").orElse("").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        return Stream.of(
                        told,
                        Stream.of(Path.of("/usr/local/lib"), Path.of("/usr/lib64"), Path.of("/usr/lib")),
                        ofProcessor())
                .flatMap(all -> all);
    }

    /** Debian has a folder for each kind of processor, such as {@code /usr/lib/x86_64-linux-gnu}. */
    private static Stream<Path> ofProcessor() {
        try (Stream<Path> all = Files.list(Path.of("/usr/lib"))) {
            return all.filter(folder -> folder.getFileName().toString().endsWith("-linux-gnu")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /**
     * The command that runs {@code command} by this clock. The C library is loaded before all others, so that its memory is
     * the program's: jemalloc, which Debian's Redis has, asks for the time while it starts, and libfaketime asks for memory
     * while it finds out the time, so that each would wait for the other.
     */
    List<String> command(List<String> command) {
        return Stream.concat(
                        Stream.of(
                                "env",
                                "LD_PRELOAD=" + library + " libc.so.6",
                                "FAKETIME_TIMESTAMP_FILE=" + file,
                                "FAKETIME_NO_CACHE=1",
                                "FAKETIME_DONT_FAKE_MONOTONIC=1"),
                        command.stream())
                .toList();
    }

    /** Sets it. The file is replaced as a whole: half of one would be another time. */
    void ahead(Duration by) {
        try {
            Path next = file.resolveSibling("clock.next");
            Files.writeString(next, "%+d%n".formatted(by.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the clock of " + file + " cannot be set", e);
        }
    }
}
