package io.baton.resilience.checker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How late first attempts began, in milliseconds.
 *
 * @param count how many there were; the others are 0 if none
 */
public record Lateness(int count, long median, long p99, long most) {

    /** The lateness of each task's first attempt. */
    static Map<String, Long> each(History history) {
        Map<String, Long> late = new TreeMap<>();
        for (Event event : history.events()) {
            if (event.kind() == Kind.BEGUN && event.attempt() == 1) {
                TaskName.of(event.subject())
                        .due()
                        .ifPresent(due -> late.putIfAbsent(event.subject(), event.at() - due));
            }
        }
        return late;
    }

    /**
     * How long after a moment the last of those tasks began that were due before it, in milliseconds; 0 if all had begun.
     * Those of jobs that forbid overlap are left out: they wait for one another, not for the system.
     */
    public static long caughtUp(History history, long moment) {
        return history.events().stream()
                .filter(e -> e.kind() == Kind.BEGUN && e.attempt() == 1 && e.at() > moment)
                .filter(e -> !history.promise(TaskName.of(e.subject()).job()).exclusive())
                .filter(e -> TaskName.of(e.subject()).due().orElse(Long.MAX_VALUE) < moment)
                .mapToLong(e -> e.at() - moment)
                .max()
                .orElse(0);
    }

    /** Of all that a history holds. */
    public static Lateness of(History history) {
        List<Long> sorted = each(history).values().stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new Lateness(0, 0, 0, 0);
        }
        int size = sorted.size();
        return new Lateness(
                size, sorted.get(size / 2), sorted.get(Math.min(size - 1, size * 99 / 100)), sorted.get(size - 1));
    }
}
