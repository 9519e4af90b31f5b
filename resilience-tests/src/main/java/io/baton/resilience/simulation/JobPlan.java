package io.baton.resilience.simulation;

import java.util.Map;

/**
 * A job of a plan.
 *
 * @param fields as in a job file
 * @param runs what its method does
 */
record JobPlan(String name, Map<String, Object> fields, Runs runs) {

    /**
     * What a job's method does.
     *
     * @param most longest run, virtual milliseconds
     * @param fails how likely it throws
     * @param obeys whether it ends when it is interrupted
     */
    record Runs(long most, double fails, boolean obeys) {}
}
