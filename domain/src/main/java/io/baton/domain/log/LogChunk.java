package io.baton.domain.log;

import io.baton.domain.task.TaskId;
import java.util.List;

/**
 * Consecutive lines of one attempt, stored together.
 *
 * @param lines at least one, numbered without gaps
 */
public record LogChunk(Id id, List<LogLine> lines) {

    /** @param firstLine the number of its first line */
    public record Id(TaskId task, int attempt, long firstLine) {}

    public LogChunk {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.get(0).number() != id.firstLine()) {
            throw new IllegalArgumentException("the chunk " + id + " does not begin with its first line");
        }
    }

    public long lastLine() {
        return lines.get(lines.size() - 1).number();
    }

    /** How long its text is, in characters. */
    public int size() {
        return lines.stream().mapToInt(line -> line.text().length() + 1).sum();
    }
}
