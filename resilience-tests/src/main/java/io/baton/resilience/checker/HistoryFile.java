package io.baton.resilience.checker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Histories as files, UTF-8, one line a thing, fields apart by tabs, {@code \t}, {@code \n} and {@code \\} escaped.
 *
 * <p>{@code frame name begin end lastFault accounted converged late edited} (lastFault {@code -} if there was none); {@code job
 * key version from state schedule atLeastOnce exclusive attempts parts}; {@code event at kind subject node fence attempt
 * detail}, in order. A line that begins with {@code #} is for the reader.
 */
public final class HistoryFile {
    private HistoryFile() {}

    public static void write(Path file, History history) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines(history), StandardCharsets.UTF_8);
    }

    public static History read(Path file) throws IOException {
        return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    static List<String> lines(History history) {
        List<String> lines = new ArrayList<>();
        lines.add("# history of Baton, form 1");
        Frame frame = history.frame();
        String fault = frame.lastFault().isPresent() ? "" + frame.lastFault().getAsLong() : "-";
        Frame.Bounds bounds = frame.bounds();
        lines.add(line(
                "frame",
                frame.name(),
                frame.begin(),
                frame.end(),
                fault,
                bounds.accounted(),
                bounds.converged(),
                bounds.late(),
                bounds.edited(),
                bounds.committed()));
        for (JobDefinition job : history.definitions()) {
            JobDefinition.Promise promise = job.promise();
            lines.add(line(
                    "job",
                    job.key(),
                    job.version(),
                    job.from(),
                    job.state(),
                    job.schedule(),
                    promise.atLeastOnce(),
                    promise.exclusive(),
                    promise.attempts(),
                    promise.parts()));
        }
        for (Event e : history.events()) {
            lines.add(line("event", e.at(), e.kind(), e.subject(), e.node(), e.fence(), e.attempt(), e.detail()));
        }
        return lines;
    }

    /** @throws IllegalArgumentException if a line is none of those; it names the line */
    static History parse(List<String> lines) {
        List<Frame> frames = new ArrayList<>();
        List<JobDefinition> jobs = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] field = fields(line);
            try {
                switch (field[0]) {
                    case "frame" -> frames.add(frame(field));
                    case "job" -> jobs.add(job(field));
                    case "event" -> events.add(event(field));
                    default -> throw new IllegalArgumentException("'" + field[0] + "' is no kind of line");
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("line " + number + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (frames.size() != 1) {
            throw new IllegalArgumentException("there are " + frames.size() + " frame lines, one is expected");
        }
        return new History(frames.get(0), jobs, events);
    }

    private static Frame frame(String[] f) {
        OptionalLong fault = f[4].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(f[4]));
        Frame.Bounds bounds = new Frame.Bounds(
                Long.parseLong(f[5]),
                Long.parseLong(f[6]),
                Long.parseLong(f[7]),
                Long.parseLong(f[8]),
                Long.parseLong(f[9]));
        return new Frame(f[1], Long.parseLong(f[2]), Long.parseLong(f[3]), fault, bounds);
    }

    private static JobDefinition job(String[] f) {
        JobDefinition.Promise promise = new JobDefinition.Promise(
                Boolean.parseBoolean(f[6]), Boolean.parseBoolean(f[7]), Integer.parseInt(f[8]), Integer.parseInt(f[9]));
        return new JobDefinition(
                f[1], Long.parseLong(f[2]), Long.parseLong(f[3]), JobDefinition.State.valueOf(f[4]), f[5], promise);
    }

    private static Event event(String[] f) {
        return new Event(
                Long.parseLong(f[1]),
                Kind.valueOf(f[2]),
                f[3],
                f[4],
                Long.parseLong(f[5]),
                Integer.parseInt(f[6]),
                f[7]);
    }

    private static String line(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.length() == 0 ? "" : "\t").append(escaped(field.toString()));
        }
        return line.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String[] fields(String line) {
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].indexOf('\\') < 0 ? fields[i] : unescaped(fields[i]);
        }
        return fields;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
