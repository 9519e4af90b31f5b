package io.baton.domain.job;

import io.baton.domain.target.InvocationTarget;

/** What a user says of a job, apart from its name and whether it is enabled. */
public record JobSpec(About about, Work work, Schedule schedule, Placement placement, Rules rules) {

    /**
     * What is run.
     *
     * @param target the method and its arguments
     * @param data what reaches the task as its context's data, any JSON
     */
    public record Work(InvocationTarget target, JsonText data) {}
}
