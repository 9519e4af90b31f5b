package io.baton.application.fire;

import io.baton.domain.job.Job;
import io.baton.domain.job.JsonText;
import io.baton.domain.placement.PlacementRequest;
import io.baton.domain.task.FiringId;
import java.time.Instant;

/**
 * One due time of a job, or one request to run it, with the definition in force.
 *
 * @param scheduledAt the due time, or the time of the request
 * @param data what the task gets
 */
public record Firing(Job job, FiringId id, Instant scheduledAt, JsonText data) {

    /** The firing of a due time. */
    public static Firing due(Job job, Instant due) {
        return new Firing(
                job, FiringId.scheduled(job.key(), due), due, job.spec().work().data());
    }

    PlacementRequest wishes(boolean bound) {
        return new PlacementRequest(
                job.spec().work().target().name(), job.placement().labels(), bound);
    }
}
