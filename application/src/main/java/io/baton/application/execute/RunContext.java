package io.baton.application.execute;

import io.baton.domain.task.TaskRow;
import io.baton.task.TaskContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a run knows about itself. */
final class RunContext implements TaskContext {
    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_MESSAGE = 200;

    private final TaskRow row;
    private final long fence;
    private final Optional<Instant> deadline;
    private final Run run;
    private final Voices voices;

    /** What a run hears and says through. */
    record Voices(RunListener listener, DataReader reader) {}

    RunContext(TaskRow row, long fence, Optional<Instant> deadline, Run run, Voices voices) {
        this.row = row;
        this.fence = fence;
        this.deadline = deadline;
        this.run = run;
        this.voices = voices;
    }

    @Override
    public String taskId() {
        return row.id().toString();
    }

    @Override
    public String jobKey() {
        return row.job().toString();
    }

    @Override
    public Instant scheduledAt() {
        return row.terms().scheduledAt();
    }

    @Override
    public int attempt() {
        return row.attempt();
    }

    @Override
    public int shardIndex() {
        return row.id().shard().orElse(0);
    }

    @Override
    public int shardCount() {
        return row.terms().parts();
    }

    @Override
    public long fence() {
        return fence;
    }

    @Override
    public Optional<Instant> deadline() {
        return deadline;
    }

    @Override
    public boolean cancelled() {
        return run.unwanted();
    }

    @Override
    public Map<String, Object> data() {
        return voices.reader().object(row.terms().work().data());
    }

    @Override
    public String dataJson() {
        return row.terms().work().data().text();
    }

    @Override
    public void progress(int percent, String message) {
        voices.listener().progress(row.id(), Math.max(0, Math.min(100, percent)), cut(message, LONGEST_MESSAGE));
    }

    @Override
    public void log(String line) {
        voices.listener().line(row.id(), row.attempt(), cut(line, LONGEST_LINE));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
