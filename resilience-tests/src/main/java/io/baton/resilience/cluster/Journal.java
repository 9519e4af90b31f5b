package io.baton.resilience.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What really ran, as the tasks of {@link io.baton.resilience.traffic.Traffic} wrote it down themselves. */
public final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** What a run noted. */
    public enum Mark {
        BEGAN("S"),
        RETURNED("E"),
        /** A record that checks fences let it write. */
        WROTE("W"),
        /** It did not. */
        REFUSED("R");

        private final String letter;

        Mark(String letter) {
            this.letter = letter;
        }

        static Mark of(String letter) {
            return Stream.of(values())
                    .filter(mark -> mark.letter.equals(letter))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + letter + "' begins no line of a journal"));
        }
    }

    /**
     * A line.
     *
     * @param fence the one that the run was given for its own use
     * @param pid of the node's process
     * @param record that it wrote to or was refused by, else empty
     */
    public record Entry(Mark mark, String task, int attempt, long fence, long atMillis, long pid, String record) {
        /** @throws IllegalArgumentException if it is no line of a journal */
        public static Entry parse(String line) {
            String[] words = line.split(" ", -1);
            return new Entry(
                    Mark.of(words[0]),
                    words[1],
                    Integer.parseInt(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]),
                    Long.parseLong(words[5]),
                    words.length > 6 ? words[6] : "");
        }

        public boolean start() {
            return mark == Mark.BEGAN;
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
                            .filter(line -> line.chars().filter(c -> c == ' ').count() >= 5)
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
