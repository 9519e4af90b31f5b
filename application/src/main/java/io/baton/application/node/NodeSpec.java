package io.baton.application.node;

import io.baton.application.NodeTimings;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import java.time.ZoneId;

/**
 * What a node is told about itself at its start.
 *
 * @param zone of schedules that name none
 */
public record NodeSpec(
        Incarnation self, Heartbeat.Profile profile, Dispatch dispatch, NodeTimings timings, ZoneId zone) {

    /**
     * How work is shared out.
     *
     * @param loadThreshold 0..1; the load from which on a master sends tasks away
     * @param queueCapacity 1..1,000,000; the most messages that may wait on one node's queue
     * @param firingNodes 1..1,000; how many nodes fire a job
     */
    public record Dispatch(double loadThreshold, int queueCapacity, int firingNodes) {}
}
