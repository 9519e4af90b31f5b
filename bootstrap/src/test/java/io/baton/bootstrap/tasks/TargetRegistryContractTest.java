package io.baton.bootstrap.tasks;

import io.baton.contracts.what.TaskCallsContract;
import io.baton.domain.port.TaskInvoker;
import org.junit.jupiter.api.AfterEach;

final class TargetRegistryContractTest extends TaskCallsContract {
    private final SampleRegistry tasks = new SampleRegistry(SHARED, FRESH);
    private final TaskInvoker invoker = tasks.registry();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Override
    protected TaskInvoker invoker() {
        return invoker;
    }
}
