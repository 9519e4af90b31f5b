package io.baton.quartz;

import io.baton.contracts.when.TriggersThreadsContract;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;

final class QuartzTriggersThreadsTest extends TriggersThreadsContract {

    @Override
    protected Triggers triggers(FiringDoor door) {
        return new QuartzTriggers("node-1", door);
    }
}
