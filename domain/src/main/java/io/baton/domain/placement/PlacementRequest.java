package io.baton.domain.placement;

import io.baton.domain.job.Labels;

/**
 * What a task asks of a node.
 *
 * @param target the name {@code bean.method}
 * @param bound whether only this node will do (a master-only task on the master)
 */
public record PlacementRequest(String target, Labels labels, boolean bound) {}
