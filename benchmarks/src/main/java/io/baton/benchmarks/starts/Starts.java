package io.baton.benchmarks.starts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all processes of a measurement started.
 *
 * @param all how many starts
 * @param distinct how many tasks
 * @param last the last start, epoch millis; 0 if there was none
 * @param lateness of each start in ms, sorted
 */
public record Starts(int all, int distinct, long last, List<Long> lateness) {
    /** Reads the files of {@link StartLog} in the folder. @param until only what was due before it, epoch millis */
    public static Starts in(Path folder, long until) {
        Set<String> tasks = new HashSet<>();
        List<Long> lateness = new ArrayList<>();
        long last = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("starts-"))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] words = line.split(" ", -1);
                    // The last line may be half written.
                    if (words.length == 3 && words[2].length() == 13 && Long.parseLong(words[1]) < until) {
                        long at = Long.parseLong(words[2]);
                        tasks.add(words[0]);
                        lateness.add(at - Long.parseLong(words[1]));
                        last = Math.max(last, at);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(lateness);
        return new Starts(lateness.size(), tasks.size(), last, List.copyOf(lateness));
    }

    /** @param share 0..1 */
    public long percentile(double share) {
        return lateness.isEmpty()
                ? 0
                : lateness.get((int) Math.min(lateness.size() - 1L, (long) (lateness.size() * share)));
    }
}
