package io.baton.memory;

import io.baton.contracts.when.Passage;
import io.baton.contracts.when.TriggersThreadsContract;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;

final class ManualTriggersThreadsTest extends TriggersThreadsContract {
    private final MovedTime time = new MovedTime();

    @Override
    protected Triggers triggers(FiringDoor door) {
        return time.triggers(door);
    }

    @Override
    protected Passage time() {
        return time;
    }
}
