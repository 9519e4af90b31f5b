package io.baton.domain.port;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.QueueState;
import java.util.List;
import java.util.Set;

/**
 * What a sweep needs to know and do about queues.
 *
 * <ol>
 *   <li>R1 Salvaging moves messages between queues and in-flight sets so that at no instant one is in neither; what was
 *       taken comes back with the request id that it was given.
 *   <li>R2 Salvaging is bounded a call, and may be called again until it returns 0.
 *   <li>R3 Salvaging twice, or what is not there, does nothing.
 * </ol>
 */
public interface QueueRecovery {
    /** The state of each of the queues, in order. */
    List<QueueState> states(List<NodeId> nodes);

    /**
     * The names {@code <task id>#<fence>} of the messages in an in-flight set; unreadable and older ones are left out.
     */
    Set<String> inFlight(Incarnation owner);

    /** The incarnations that have an in-flight set. */
    Set<Incarnation> holders();

    /** The nodes that have a queue with messages in it, or had one lately, alive or not. */
    Set<NodeId> queues();

    /**
     * Moves a dead incarnation's in-flight messages to another node's queue.
     *
     * @return how many were moved; 0 = none is left
     */
    int salvageInFlight(Incarnation dead, NodeId to);

    /**
     * Moves the messages of a dead or draining node's queue to another node's, in order.
     *
     * @return how many were moved; 0 = none is left
     */
    int salvageQueue(NodeId dead, NodeId to);
}
