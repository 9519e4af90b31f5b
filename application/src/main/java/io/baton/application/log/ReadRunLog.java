package io.baton.application.log;

import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLine;
import io.baton.domain.port.RunLogs;
import io.baton.domain.port.RunLogs.Place;
import io.baton.domain.task.TaskId;
import java.util.ArrayList;
import java.util.List;

/** Reads a task's log, from where the reader is. */
public final class ReadRunLog {
    /** 500 at once: of a talkative attempt all that is kept, of one that says little for long some minutes. */
    private static final int MOST_CHUNKS = 500;

    private final RunLogs store;

    public ReadRunLog(RunLogs store) {
        this.store = store;
    }

    /** A line with its attempt. */
    public record Said(int attempt, LogLine line) {
        public Place place() {
            return new Place(attempt, line.number());
        }
    }

    /** @param most lines, 1..10,000 */
    public List<Said> read(TaskId task, Place after, int most) {
        List<Said> said = new ArrayList<>();
        for (LogChunk chunk : store.read(task, after, MOST_CHUNKS)) {
            for (LogLine line : chunk.lines()) {
                Said one = new Said(chunk.id().attempt(), line);
                if (said.size() < most && one.place().compareTo(after) > 0) {
                    said.add(one);
                }
            }
        }
        return said;
    }
}
