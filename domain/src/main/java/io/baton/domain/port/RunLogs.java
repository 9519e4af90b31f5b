package io.baton.domain.port;

import io.baton.domain.log.LogChunk;
import io.baton.domain.log.Progress;
import io.baton.domain.task.TaskId;
import java.util.List;
import java.util.Map;

/**
 * What runs said, for every node to read.
 *
 * <ol>
 *   <li>G1 What was written is found by every client, equal in every field, until it is dropped or its task is purged.
 *   <li>G2 A chunk that is there already is left as it is.
 *   <li>G3 Chunks are read by attempt and first line, from the one that holds the line behind the given one.
 *   <li>G4 Of a task's progress the one that was written last counts, unless it is of an earlier attempt.
 *   <li>G5 One write is one commit.
 * </ol>
 */
public interface RunLogs {
    void write(Batch batch);

    /**
     * @param after where the reader is; nothing at or before it is returned
     * @param most chunks, 1..1,000
     */
    List<LogChunk> read(TaskId task, Place after, int most);

    /** How far tasks are that said so. */
    Map<TaskId, Progress> progress(List<TaskId> tasks);

    /**
     * What is written at once.
     *
     * @param chunks new ones
     * @param dropped older ones that are no longer kept
     * @param progress by task
     */
    record Batch(List<LogChunk> chunks, List<LogChunk.Id> dropped, Map<TaskId, Progress> progress) {
        public Batch {
            chunks = List.copyOf(chunks);
            dropped = List.copyOf(dropped);
            progress = Map.copyOf(progress);
        }
    }

    /** A place in a task's log: that line of that attempt. */
    record Place(int attempt, long line) implements Comparable<Place> {
        public static final Place START = new Place(0, 0);

        @Override
        public int compareTo(Place other) {
            return attempt == other.attempt ? Long.compare(line, other.line) : Integer.compare(attempt, other.attempt);
        }
    }
}
