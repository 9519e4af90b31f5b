package io.baton.domain.queue;

import io.baton.domain.node.NodeId;
import java.time.Instant;

/**
 * A message that was set aside.
 *
 * @param id names it among the dead letters
 * @param raw the message as it came, at most 64 KiB
 * @param node which set it aside
 */
public record DeadLetter(String id, String raw, String reason, NodeId node, Instant at) {}
