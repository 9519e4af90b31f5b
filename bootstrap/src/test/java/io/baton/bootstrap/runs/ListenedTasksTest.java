package io.baton.bootstrap.runs;

import io.baton.application.log.RunLogWriter;
import io.baton.bootstrap.tasks.SampleRegistry;
import io.baton.contracts.what.TaskCallsContract;
import io.baton.domain.port.TaskInvoker;
import io.baton.memory.MemoryDatabase;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

final class ListenedTasksTest extends TaskCallsContract {
    private final SampleRegistry tasks = new SampleRegistry(SHARED, FRESH);
    private final TaskInvoker invoker = new ListenedTasks(
            tasks.registry(),
            new RunLogWriter(new MemoryDatabase(Clock.systemUTC()).connect().runLogs(), Clock.systemUTC()));

    @AfterEach
    void close() {
        tasks.close();
    }

    @Override
    protected TaskInvoker invoker() {
        return invoker;
    }
}
