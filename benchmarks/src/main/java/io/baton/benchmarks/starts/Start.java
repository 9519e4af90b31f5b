package io.baton.benchmarks.starts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One start of a task, as {@link StartLog} wrote it.
 *
 * @param due epoch millis
 * @param at epoch millis
 * @param process that ran it
 */
public record Start(String task, long due, long at, long process) {
    private static final String PREFIX = "starts-";

    /** All that is written in the folder so far, by process. A last line that is half written is not there yet. */
    public static List<Start> in(Path folder) {
        List<Start> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                long process = Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
                for (String line : Files.readAllLines(file)) {
                    String[] words = line.split(" ", -1);
                    if (words.length == 3 && words[2].length() == 13) {
                        all.add(new Start(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]), process));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static Path file(long process) {
        return Path.of(PREFIX + process + ".txt");
    }
}
