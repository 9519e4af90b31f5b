package io.baton.resilience.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What really ran, as the tasks of {@link io.baton.resilience.traffic.Traffic} wrote it down themselves. */
public final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** A start or an end of a run. @param pid of the node's process */
    public record Entry(boolean start, String task, int attempt, long fence, long atMillis, long pid) {
        static Entry parse(String line) {
            String[] words = line.split(" ", -1);
            return new Entry(
                    words[0].equals("S"),
                    words[1],
                    Integer.parseInt(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]),
                    Long.parseLong(words[5]));
        }

        public String job() {
            return task.substring(0, task.indexOf('@'));
        }
    }

    Path file() {
        return file;
    }

    /** All that was written so far, in the order of writing. */
    public List<Entry> entries() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.chars().filter(c -> c == ' ').count() == 5)
                            .map(Entry::parse)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be read", e);
        }
    }

    /** How often each task of the job was started. */
    public Map<String, Long> starts(String job) {
        return entries().stream()
                .filter(e -> e.start() && e.job().equals(job))
                .collect(Collectors.groupingBy(Entry::task, Collectors.counting()));
    }
}
