package io.baton.web.console;

import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs side by side: each in the first lane that is free when it begins. When none of the {@value #MOST} is, it is drawn over
 * the one that was free last.
 *
 * @param marks in the order in which they begin
 * @param count how many lanes are used
 * @param crowded whether some lie over others
 */
record Lanes(List<Mark> marks, int count, boolean crowded) {
    /** 5: more would push the page's other pieces out of sight. */
    static final int MOST = 5;

    /** A run in its lane. @param from when it started, or was due if it has not; @param to when it ended, or now */
    record Mark(TaskRow row, Instant from, Instant to, int lane) {}

    static Lanes of(List<TaskRow> rows, Instant now) {
        List<Mark> marks = new ArrayList<>();
        List<Instant> free = new ArrayList<>();
        boolean crowded = false;
        List<TaskRow> ordered = rows.stream()
                .sorted(Comparator.comparing(Lanes::from).thenComparing(TaskRow::id))
                .toList();
        for (TaskRow row : ordered) {
            Instant from = from(row);
            int lane = lane(free, from);
            crowded |= lane < free.size() && free.get(lane).isAfter(from);
            Instant to = to(row, now);
            if (lane == free.size()) {
                free.add(to);
            } else {
                free.set(lane, to.isAfter(free.get(lane)) ? to : free.get(lane));
            }
            marks.add(new Mark(row, from, to, lane));
        }
        return new Lanes(List.copyOf(marks), free.size(), crowded);
    }

    private static int lane(List<Instant> free, Instant from) {
        int soonest = 0;
        for (int lane = 0; lane < free.size(); lane++) {
            if (!free.get(lane).isAfter(from)) {
                return lane;
            }
            soonest = free.get(lane).isBefore(free.get(soonest)) ? lane : soonest;
        }
        return free.size() < MOST ? free.size() : soonest;
    }

    static Instant from(TaskRow row) {
        return row.story().startedAt().orElse(row.terms().scheduledAt());
    }

    /** What ended without a start takes no time. */
    private static Instant to(TaskRow row, Instant now) {
        Instant from = from(row);
        Instant end = row.state() == TaskState.DONE
                ? row.story()
                        .startedAt()
                        .flatMap(started -> row.story().finishedAt())
                        .orElse(from)
                : now;
        return end.isBefore(from) ? from : end;
    }
}
