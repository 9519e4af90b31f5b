package io.baton.resilience.simulation;

import io.baton.contracts.when.Passage;
import io.baton.contracts.when.TriggersContract;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;
import org.junit.jupiter.api.AfterEach;

/** The simulation's triggers fire as real ones do. */
final class SimTriggersTest extends TriggersContract {
    private final StillWorld still = new StillWorld();

    @AfterEach
    void end() {
        still.close();
    }

    @Override
    protected Triggers triggers(FiringDoor door) {
        return new SimTriggers(still.node, door);
    }

    @Override
    protected Passage time() {
        return new TurnedTime(still);
    }
}
