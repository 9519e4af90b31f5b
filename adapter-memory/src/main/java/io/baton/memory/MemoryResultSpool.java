package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.task.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one process keeps of {@link MemorySpools}, whose monitor guards it. */
final class MemoryResultSpool implements ResultSpool {
    private final MemorySpools machine;
    private final Map<Name, Finish> own = new LinkedHashMap<>();
    private final Map<Name, Finish> found = new LinkedHashMap<>();

    private record Name(TaskId task, long fence, Incarnation by) {
        static Name of(Finish end) {
            return new Name(end.task(), end.fence(), end.by());
        }
    }

    MemoryResultSpool(MemorySpools machine) {
        this.machine = machine;
    }

    @Override
    public List<Finish> keep(List<Finish> ends) {
        synchronized (machine) {
            List<Finish> refused = new ArrayList<>();
            for (Finish end : ends) {
                if (own.size() < MOST || own.containsKey(Name.of(end))) {
                    own.putIfAbsent(Name.of(end), end);
                } else {
                    refused.add(end);
                }
            }
            return List.copyOf(refused);
        }
    }

    @Override
    public void forget(List<Finish> ends) {
        synchronized (machine) {
            for (Finish end : ends) {
                own.remove(Name.of(end));
                found.remove(Name.of(end));
            }
        }
    }

    @Override
    public LeftBehind leftBehind() {
        synchronized (machine) {
            machine.takeFromDead().forEach(end -> found.put(Name.of(end), end));
            return new LeftBehind(List.copyOf(found.values()), List.of());
        }
    }

    /** All that is left of this process if it is dead. The caller has the machine's monitor. */
    List<Finish> held() {
        List<Finish> all = new ArrayList<>(own.values());
        all.addAll(found.values());
        return all;
    }
}
