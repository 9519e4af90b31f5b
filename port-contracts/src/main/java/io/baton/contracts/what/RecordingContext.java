package io.baton.contracts.what;

import io.baton.task.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A context that keeps what the run logged and reported. */
public final class RecordingContext implements TaskContext {
    public final List<String> lines = new CopyOnWriteArrayList<>();
    public final List<String> reports = new CopyOnWriteArrayList<>();

    @Override
    public String taskId() {
        return "A.b@0";
    }

    @Override
    public String jobKey() {
        return "A.b";
    }

    @Override
    public Instant scheduledAt() {
        return Instant.EPOCH;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public int shardIndex() {
        return 0;
    }

    @Override
    public int shardCount() {
        return 1;
    }

    @Override
    public long fence() {
        return 1;
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public Map<String, Object> data() {
        return Map.of();
    }

    @Override
    public String dataJson() {
        return "{}";
    }

    @Override
    public void progress(int percent, String message) {
        reports.add(percent + " " + message);
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }
}
