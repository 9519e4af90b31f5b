package io.baton.testservers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs that are installed on this machine: those on the search path, and servers in folders that may not be on it. */
final class InstalledPrograms {
    private static final String SERVER_FOLDERS =
            String.join(File.pathSeparator, "/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/usr/libexec");

    /** E.g. {@code Redis server v=7.0.15 sha=…} and {@code mariadbd  Ver 10.11.5-MariaDB for Linux}. */
    private static final Pattern VERSION = Pattern.compile("(?:v=|Ver )(\\d+)\\.(\\d+)");

    private final String folders;

    InstalledPrograms(Settings settings) {
        this.folders = settings.variable("PATH").orElse("") + File.pathSeparator + SERVER_FOLDERS;
    }

    /**
     * The program {@code name}, or why there is none of version {@code major.minor} or later. Links are not resolved: Debian's
     * {@code redis-server} links to {@code redis-check-rdb}, and what it does depends on the name that it is called by.
     */
    Outcome<Path> find(String name, int major, int minor) {
        Optional<Path> found = Stream.of(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Missing<>(
                    "no '" + name + "' on PATH or in /usr/sbin; install it with the packages of your"
                            + " system, e.g. apt-get install redis-server mariadb-server");
        }
        return atLeast(major, minor, found.get());
    }

    private static Outcome<Path> atLeast(int major, int minor, Path program) {
        String printed = versionOf(program);
        Matcher version = VERSION.matcher(printed);
        if (!version.find()) {
            return new Outcome.Missing<>(program + " tells no version: " + printed.strip());
        }
        int[] found = {Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))};
        if (Arrays.compare(found, new int[] {major, minor}) < 0) {
            return new Outcome.Missing<>(program + " is older than " + major + "." + minor + ": " + printed.strip());
        }
        return new Outcome.Works<>(program);
    }

    private static String versionOf(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
