package io.baton.application.execute;

import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this node holds in memory: started tasks whose finish is not recorded yet. */
public final class RunningTasks {
    private final Map<TaskId, Held> held = new ConcurrentHashMap<>();

    /** A started task. */
    record Held(long fence, Run run) {}

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
        return held.containsKey(task);
    }

    public Set<TaskId> all() {
        return Set.copyOf(held.keySet());
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }
}
