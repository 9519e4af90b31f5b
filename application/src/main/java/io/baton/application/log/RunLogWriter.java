package io.baton.application.log;

import io.baton.application.execute.RunListener;
import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLevel;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs;
import io.baton.domain.port.StoreException;
import io.baton.domain.task.TaskId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Gathers what the runs of this node say, and writes it in one commit a flush. While the store does not answer, what was
 * said waits here, bounded a run like the log itself.
 */
public final class RunLogWriter implements RunListener {
    private static final Logger LOG = System.getLogger(RunLogWriter.class.getName());

    private final RunLogs store;
    private final Clock clock;
    private final Map<Speaker, Talk> talks = new ConcurrentHashMap<>();
    private final Map<TaskId, Progress> progress = new ConcurrentHashMap<>();
    private final List<LogChunk> unwritten = new ArrayList<>(); // guarded by this
    private final List<LogChunk.Id> dropped = new ArrayList<>(); // guarded by this
    private boolean silent; // guarded by this
    private final LongAdder lost = new LongAdder();

    private record Speaker(TaskId task, int attempt) {}

    public RunLogWriter(RunLogs store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void line(TaskId task, int attempt, String line) {
        talk(task, attempt).say(now(), LogLevel.INFO, line);
    }

    /** Something of several lines, such as an error with its stack trace: each becomes a line of its own. */
    public void text(TaskId task, int attempt, LogLevel level, String text) {
        Talk talk = talk(task, attempt);
        Instant now = now();
        text.lines().forEach(line -> talk.say(now, level, line));
    }

    private Talk talk(TaskId task, int attempt) {
        return talks.computeIfAbsent(new Speaker(task, attempt), who -> new Talk(task, attempt));
    }

    @Override
    public void progress(TaskId task, int percent, String message) {
        progress.merge(
                task,
                new Progress(attempt(task), percent, message, now()),
                (old, now) -> now.attempt() < old.attempt() ? old : now);
    }

    /** The listener is not told of which attempt progress is; the one that has begun last on this node is it. */
    private int attempt(TaskId task) {
        return talks.keySet().stream()
                .filter(who -> who.task().equals(task))
                .mapToInt(Speaker::attempt)
                .max()
                .orElse(1);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** An attempt begins to speak. */
    public void began(TaskId task, int attempt) {
        talk(task, attempt);
    }

    /** An attempt says no more. */
    public void ended(TaskId task, int attempt) {
        talk(task, attempt).end();
    }

    /** How many lines were dropped so far, between heads and tails. */
    public long droppedLines() {
        return lost.sum();
    }

    /** Writes what was said since the last time. */
    public synchronized void flush() {
        talks.forEach((who, talk) -> {
            Talk.Piece piece = talk.take();
            unwritten.addAll(piece.chunks());
            dropped.addAll(piece.dropped());
            lost.add(piece.lost());
            if (piece.last()) {
                talks.remove(who, talk);
            }
        });
        dropUnwritten();
        Map<TaskId, Progress> reached = Map.copyOf(progress);
        if (unwritten.isEmpty() && dropped.isEmpty() && reached.isEmpty()) {
            return;
        }
        try {
            store.write(new RunLogs.Batch(unwritten, dropped, reached));
            unwritten.clear();
            dropped.clear();
            reached.forEach(progress::remove);
            silent = false;
        } catch (StoreException e) {
            LOG.log(silent ? Level.DEBUG : Level.WARNING, "logs of runs wait for the store: {0}", e.getMessage());
            silent = true;
        }
    }

    /** What is dropped already needs not be written. */
    private void dropUnwritten() {
        Set<LogChunk.Id> gone = new HashSet<>(dropped);
        Set<LogChunk.Id> never = new HashSet<>();
        unwritten.removeIf(chunk -> gone.contains(chunk.id()) && never.add(chunk.id()));
        dropped.removeIf(never::contains);
    }
}
