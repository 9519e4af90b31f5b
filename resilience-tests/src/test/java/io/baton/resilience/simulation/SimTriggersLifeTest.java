package io.baton.resilience.simulation;

import io.baton.contracts.when.Passage;
import io.baton.contracts.when.TriggersLifeContract;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;
import org.junit.jupiter.api.AfterEach;

/** The simulation's triggers start and stop as real ones do. It has one thread at a time, so that many threads are no matter of its. */
final class SimTriggersLifeTest extends TriggersLifeContract {
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
