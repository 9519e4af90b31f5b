package io.baton.memory;

import io.baton.domain.log.LogChunk;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs;
import io.baton.domain.task.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What runs said, in a {@link MemoryDatabase}. */
final class MemoryRunLogs implements RunLogs {
    private final MemoryTables tables;

    MemoryRunLogs(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public void write(Batch batch) {
        synchronized (tables) {
            batch.chunks()
                    .forEach(chunk -> tables.office
                            .logs
                            .computeIfAbsent(chunk.id().task(), task -> new TreeMap<>())
                            .putIfAbsent(place(chunk.id()), chunk));
            batch.dropped()
                    .forEach(id -> tables.office
                            .logs
                            .getOrDefault(id.task(), new TreeMap<>())
                            .remove(place(id)));
            batch.progress()
                    .forEach((task, progress) -> tables.office.progress.merge(
                            task, progress, (old, now) -> now.attempt() < old.attempt() ? old : now));
        }
    }

    private static Place place(LogChunk.Id id) {
        return new Place(id.attempt(), id.firstLine());
    }

    @Override
    public List<LogChunk> read(TaskId task, Place after, int most) {
        synchronized (tables) {
            return tables.office.logs.getOrDefault(task, new TreeMap<>()).values().stream()
                    .filter(chunk -> new Place(chunk.id().attempt(), chunk.lastLine()).compareTo(after) > 0)
                    .limit(Limits.most(most))
                    .toList();
        }
    }

    @Override
    public Map<TaskId, Progress> progress(List<TaskId> tasks) {
        synchronized (tables) {
            Map<TaskId, Progress> found = new HashMap<>();
            tasks.forEach(task ->
                    Optional.ofNullable(tables.office.progress.get(task)).ifPresent(p -> found.put(task, p)));
            return found;
        }
    }
}
