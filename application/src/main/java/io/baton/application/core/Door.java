package io.baton.application.core;

import io.baton.application.fire.FireJob;
import io.baton.application.jobs.Arming;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The door that triggers call: fire, and arm for the next due time. Opened once the rooms behind it stand. */
final class Door implements Triggers.FiringDoor {
    private final Arming arming;
    private final AtomicReference<Behind> behind = new AtomicReference<>();

    private record Behind(FireJob fire, Triggers triggers) {}

    Door(Arming arming) {
        this.arming = arming;
    }

    void open(FireJob fire, Triggers triggers) {
        behind.set(new Behind(fire, triggers));
    }

    @Override
    public void fire(JobKey job, long version, Instant due) {
        Behind open = behind.get();
        if (open != null) {
            open.fire().fire(job, version, due);
            arming.armNext(open.triggers(), job, version, due);
        }
    }
}
