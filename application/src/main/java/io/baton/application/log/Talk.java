package io.baton.application.log;

import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLevel;
import io.baton.domain.log.LogLine;
import io.baton.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What one attempt says, between two flushes and over its whole length. Kept are the first 128 Ki characters and the last
 * 128 Ki to 192 Ki; what falls between is dropped, and the numbers of the lines show it. Of a million lines of 100
 * characters, the first 1,300 and the last 1,300 to 1,900 remain.
 */
final class Talk {
    static final int HEAD = 128 * 1024;
    static final int TAIL = 128 * 1024;
    static final int CHUNK = 64 * 1024;

    private final TaskId task;
    private final int attempt;
    // all guarded by this
    private long lines;
    private int head;
    private final Deque<LogLine> waiting = new ArrayDeque<>();
    private int waitingSize;
    private final Deque<Kept> tail = new ArrayDeque<>();
    private int tailSize;
    private long lost;
    private boolean ended;

    private record Kept(LogChunk.Id id, int size, int lines) {}

    /**
     * What a flush takes.
     *
     * @param dropped chunks of earlier flushes, or of this one
     * @param lost how many lines were dropped since the last flush, those of the dropped chunks too
     */
    record Piece(List<LogChunk> chunks, List<LogChunk.Id> dropped, long lost, boolean last) {}

    Talk(TaskId task, int attempt) {
        this.task = task;
        this.attempt = attempt;
    }

    synchronized void say(Instant at, LogLevel level, String text) {
        if (ended) {
            return;
        }
        LogLine line = new LogLine(++lines, at, level, text);
        waiting.add(line);
        waitingSize += size(line);
        while (waitingSize > HEAD + TAIL && waiting.size() > 1) {
            dropOldestBehindHead();
        }
    }

    /** More was said than is kept, before the first flush took any of it. */
    private void dropOldestBehindHead() {
        Deque<LogLine> first = new ArrayDeque<>();
        int room = HEAD - head;
        while (!waiting.isEmpty() && size(waiting.peekFirst()) <= room) {
            room -= size(waiting.peekFirst());
            first.addLast(waiting.pollFirst());
        }
        while (waitingSize > HEAD + TAIL / 2 && waiting.size() > 1) {
            waitingSize -= size(waiting.pollFirst());
            lost++;
        }
        while (!first.isEmpty()) {
            waiting.addFirst(first.pollLast());
        }
    }

    synchronized void end() {
        ended = true;
    }

    synchronized Piece take() {
        List<LogChunk> chunks = new ArrayList<>();
        List<LogLine> lines = new ArrayList<>();
        int size = 0;
        while (!waiting.isEmpty()) {
            LogLine line = waiting.pollFirst();
            boolean gap = !lines.isEmpty() && lines.get(lines.size() - 1).number() + 1 != line.number();
            if (!lines.isEmpty() && (gap || size + size(line) > CHUNK)) {
                chunks.add(chunk(lines));
                lines = new ArrayList<>();
                size = 0;
            }
            lines.add(line);
            size += size(line);
        }
        if (!lines.isEmpty()) {
            chunks.add(chunk(lines));
        }
        waitingSize = 0;
        List<LogChunk.Id> dropped = dropped(chunks);
        Piece piece = new Piece(chunks, dropped, lost, ended);
        lost = 0;
        return piece;
    }

    private LogChunk chunk(List<LogLine> lines) {
        return new LogChunk(new LogChunk.Id(task, attempt, lines.get(0).number()), lines);
    }

    private List<LogChunk.Id> dropped(List<LogChunk> chunks) {
        List<LogChunk.Id> dropped = new ArrayList<>();
        for (LogChunk chunk : chunks) {
            if (head + chunk.size() <= HEAD && tail.isEmpty()) {
                head += chunk.size();
                continue;
            }
            tail.addLast(new Kept(chunk.id(), chunk.size(), chunk.lines().size()));
            tailSize += chunk.size();
            while (tailSize - tail.getFirst().size() >= TAIL) {
                Kept oldest = tail.removeFirst();
                tailSize -= oldest.size();
                lost += oldest.lines();
                dropped.add(oldest.id());
            }
        }
        return dropped;
    }

    private static int size(LogLine line) {
        return line.text().length() + 1;
    }
}
