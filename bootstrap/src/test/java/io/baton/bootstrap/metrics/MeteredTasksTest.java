package io.baton.bootstrap.metrics;

import io.baton.bootstrap.tasks.SampleRegistry;
import io.baton.contracts.what.TaskCallsContract;
import io.baton.domain.port.TaskInvoker;
import org.junit.jupiter.api.AfterEach;

final class MeteredTasksTest extends TaskCallsContract {
    private final SampleRegistry tasks = new SampleRegistry(SHARED, FRESH);
    private final TaskInvoker invoker = new MeteredTasks(tasks.registry(), new Meters());

    @AfterEach
    void close() {
        tasks.close();
    }

    @Override
    protected TaskInvoker invoker() {
        return invoker;
    }
}
