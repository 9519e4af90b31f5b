package io.baton.domain.task;

import io.baton.domain.job.JobKey;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The name of a task: its firing's, with {@code ~<n>} for a shard or a broadcast's n-th task. Safe in URLs and file
 * names.
 *
 * @param shard from 0; empty for a task that is the whole firing
 */
public record TaskId(FiringId firing, OptionalInt shard) implements Comparable<TaskId> {
    private static final Pattern SHARD = Pattern.compile("[0-9]{1,5}");

    /** The task that is the whole firing. */
    public static TaskId of(FiringId firing) {
        return new TaskId(firing, OptionalInt.empty());
    }

    /** The n-th part of a firing, n from 0. */
    public static TaskId shard(FiringId firing, int n) {
        return new TaskId(firing, OptionalInt.of(n));
    }

    /** @throws IllegalArgumentException if the text is no task id */
    public static TaskId parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("task id '" + text + "' lacks its '@': it is GROUP.NAME@<when>");
        }
        JobKey job = JobKey.parse(text.substring(0, at));
        int tilde = text.indexOf('~', at);
        if (tilde < 0) {
            return of(new FiringId(job, text.substring(at + 1)));
        }
        String shard = text.substring(tilde + 1);
        if (!SHARD.matcher(shard).matches()) {
            throw new IllegalArgumentException("task id '" + text + "': behind '~' stands a shard number, 0 to 99999");
        }
        return shard(new FiringId(job, text.substring(at + 1, tilde)), Integer.parseInt(shard));
    }

    public JobKey job() {
        return firing.job();
    }

    @Override
    public int compareTo(TaskId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return shard.isPresent() ? firing + "~" + shard.getAsInt() : firing.toString();
    }
}
