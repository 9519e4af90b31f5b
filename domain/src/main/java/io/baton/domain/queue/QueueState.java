package io.baton.domain.queue;

import io.baton.domain.node.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * What waits on a node's queue.
 *
 * @param depth number of messages
 * @param oldestSentAt when the oldest message that says so was sent; empty if none waits or the oldest does not say
 */
public record QueueState(NodeId node, long depth, Optional<Instant> oldestSentAt) {}
