package io.baton.resilience.simulation;

import io.baton.contracts.what.TaskInvokerContract;
import io.baton.domain.port.TaskInvoker;
import org.junit.jupiter.api.AfterEach;

/** What the simulation's nodes may run is as closed as what real ones may. */
final class SimTasksTest extends TaskInvokerContract {
    private final StillWorld still = new StillWorld();

    @AfterEach
    void end() {
        still.close();
    }

    @Override
    protected TaskInvoker invoker() {
        return new SimTasks(still.world, still.node, Chance.none());
    }
}
