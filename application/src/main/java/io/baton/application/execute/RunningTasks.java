package io.baton.application.execute;

import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node holds in memory: started tasks whose finish is not recorded yet, and those that the ledger is being asked to
 * start. Such a task may have started before this node hears of it, and is not to be taken for one whose answer was lost.
 */
public final class RunningTasks {
    private final Map<TaskId, Held> held = new ConcurrentHashMap<>();
    /** By how many questions that are under way. */
    private final Map<TaskId, Integer> asked = new ConcurrentHashMap<>();

    /** A started task. */
    record Held(long fence, Run run) {}

    /** The ledger is about to be asked for something that may start those tasks: they count as held until {@link #answered}. */
    public void asking(Collection<TaskId> tasks) {
        tasks.forEach(task -> asked.merge(task, 1, Integer::sum));
    }

    /** The ledger has answered, or failed to, and what it started is added. */
    public void answered(Collection<TaskId> tasks) {
        tasks.forEach(task -> asked.computeIfPresent(task, (id, count) -> count == 1 ? null : count - 1));
    }

    void add(TaskId task, long fence, Run run) {
        held.put(task, new Held(fence, run));
    }

    void remove(TaskId task, long fence) {
        held.computeIfPresent(task, (id, h) -> h.fence() == fence ? null : h);
    }

    /** Asks a run to end, if it is this node's. @param outcome CANCELLED or TIMED_OUT */
    public void endWith(TaskId task, Outcome outcome) {
        Optional.ofNullable(held.get(task)).ifPresent(h -> h.run().endWith(outcome));
    }

    /** Asks all runs to end. */
    public void endAll(Outcome outcome) {
        held.values().forEach(h -> h.run().endWith(outcome));
    }

    public boolean holds(TaskId task) {
        return held.containsKey(task) || asked.containsKey(task);
    }

    public Set<TaskId> all() {
        return Set.copyOf(held.keySet());
    }

    public boolean isEmpty() {
        return held.isEmpty() && asked.isEmpty();
    }
}
