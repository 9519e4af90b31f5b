package io.baton.quartz;

import io.baton.domain.port.Triggers.Armed;
import io.baton.domain.port.Triggers.FiringDoor;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Quartz calls when an instant has come: it hands job, version and instant to the node's door, and knows no more. */
final class FiringJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(FiringJob.class);

    private final FiringDoor door;

    FiringJob(FiringDoor door) {
        this.door = door;
    }

    @Override
    public void execute(JobExecutionContext context) {
        Armed armed = QuartzSoon.armedBy(context.getTrigger());
        try {
            door.fire(armed.job(), armed.version(), armed.due());
        } catch (RuntimeException e) {
            LOG.error(
                    "firing {} (version {}, due {}) failed at the node's door; the sweep finds the due time without it",
                    armed.job(),
                    armed.version(),
                    armed.due(),
                    e);
        }
    }
}
