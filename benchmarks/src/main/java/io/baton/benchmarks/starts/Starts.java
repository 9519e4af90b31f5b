package io.baton.benchmarks.starts;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What all processes of a measurement started.
 *
 * @param all how many starts
 * @param distinct how many tasks
 * @param inTime how many of them before the measured time and its grace were over
 * @param last the last start, epoch millis; 0 if there was none
 * @param lateness of each start in ms, sorted
 */
public record Starts(int all, int distinct, int inTime, long last, List<Long> lateness) {
    /** 8 s after the last due time. */
    private static final long GRACE = 8_000;

    /**
     * Reads what was written in the folder.
     *
     * @param from only what was due then or later, epoch millis
     * @param until only what was due before it, epoch millis
     */
    public static Starts in(Path folder, long from, long until) {
        List<Start> counted = Start.in(folder).stream()
                .filter(one -> one.due() >= from && one.due() < until)
                .toList();
        Set<String> tasks = new HashSet<>();
        Set<String> inTime = new HashSet<>();
        long last = 0;
        for (Start one : counted) {
            tasks.add(one.task());
            last = Math.max(last, one.at());
            if (one.at() - GRACE < until) {
                inTime.add(one.task());
            }
        }
        List<Long> lateness = new java.util.ArrayList<>();
        counted.forEach(one -> lateness.add(one.at() - one.due()));
        Collections.sort(lateness);
        return new Starts(counted.size(), tasks.size(), inTime.size(), last, List.copyOf(lateness));
    }

    /** @param share 0..1 */
    public long percentile(double share) {
        return percentile(lateness, share);
    }

    /** @param sorted may be empty, which gives 0 */
    public static long percentile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share)));
    }
}
