package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of tasks, their former attempts, and the wishes to cancel. Ended tasks stand apart, so that scans are short. */
final class TaskTable {
    private final Map<TaskId, TaskRow> open = new TreeMap<>();
    private final Map<TaskId, TaskRow> done = new TreeMap<>();
    private final Map<TaskId, List<Attempt>> attempts = new TreeMap<>();
    private final Set<TaskId> unwanted = new TreeSet<>();
    private final Map<TaskId, Incarnation> homes = new TreeMap<>();
    private final LedgerWatch watch;

    TaskTable(LedgerWatch watch) {
        this.watch = watch;
    }

    Optional<TaskRow> find(TaskId task) {
        TaskRow row = open.get(task);
        return Optional.ofNullable(row == null ? done.get(task) : row);
    }

    boolean holds(TaskId task) {
        return open.containsKey(task) || done.containsKey(task);
    }

    /** Inserts or replaces. A wish to cancel goes when the task does not run any more, a home when it waits no more. */
    TaskRow put(TaskRow row) {
        watch.changed(find(row.id()), row);
        boolean ended = row.state() == TaskState.DONE;
        (ended ? done : open).put(row.id(), row);
        (ended ? open : done).remove(row.id());
        if (row.state() != TaskState.RUNNING) {
            unwanted.remove(row.id());
        }
        if (row.state() != TaskState.WAITING) {
            homes.remove(row.id());
        }
        return row;
    }

    void delete(TaskId task) {
        open.remove(task);
        done.remove(task);
        attempts.remove(task);
        unwanted.remove(task);
        homes.remove(task);
    }

    /** Those that have not ended, by id. A copy, so that the caller may change rows while it looks. */
    List<TaskRow> open(Predicate<TaskRow> wanted) {
        return open.values().stream().filter(wanted).toList();
    }

    Stream<TaskRow> ended() {
        return done.values().stream();
    }

    Stream<TaskRow> all() {
        return Stream.concat(open.values().stream(), done.values().stream());
    }

    List<Attempt> attempts(TaskId task) {
        return attempts.getOrDefault(task, List.of());
    }

    void keep(TaskId task, Attempt attempt) {
        watch.kept(task, attempt);
        attempts.computeIfAbsent(task, id -> new ArrayList<>()).add(attempt);
    }

    void markUnwanted(TaskId task) {
        unwanted.add(task);
    }

    /** Remembers where a waiting task belongs that may run on one node only; its row has no owner while it waits. */
    void rememberHome(TaskId waiting, Incarnation home) {
        homes.put(waiting, home);
    }

    Optional<Incarnation> home(TaskId waiting) {
        return Optional.ofNullable(homes.get(waiting));
    }

    boolean isUnwanted(TaskId task) {
        return unwanted.contains(task);
    }
}
