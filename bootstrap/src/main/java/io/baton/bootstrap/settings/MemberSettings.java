package io.baton.bootstrap.settings;

import io.baton.domain.job.Labels;
import io.baton.domain.node.NodeId;

/**
 * The node as a member of its cluster.
 *
 * @param cluster the namespace of all keys
 * @param slots tasks that run at once
 */
public record MemberSettings(String cluster, NodeId id, Labels labels, int slots, Timing timing) {}
