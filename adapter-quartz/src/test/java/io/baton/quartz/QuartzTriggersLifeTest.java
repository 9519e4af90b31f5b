package io.baton.quartz;

import io.baton.contracts.when.TriggersLifeContract;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;

final class QuartzTriggersLifeTest extends TriggersLifeContract {

    @Override
    protected Triggers triggers(FiringDoor door) {
        return new QuartzTriggers("node-1", door);
    }
}
