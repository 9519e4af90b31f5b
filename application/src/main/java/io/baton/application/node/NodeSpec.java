package io.baton.application.node;

import io.baton.application.NodeTimings;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import java.time.ZoneId;

/**
 * What a node is told about itself at its start.
 *
 * @param loadThreshold 0..1; the load from which on a master sends tasks away
 * @param zone of schedules that name none
 */
public record NodeSpec(
        Incarnation self, Heartbeat.Profile profile, double loadThreshold, NodeTimings timings, ZoneId zone) {}
