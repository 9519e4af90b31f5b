package io.baton.domain.port;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where nodes find each other.
 *
 * <ol>
 *   <li>N1 A beat registers the node, or brings its entry up to date, with the registry's own time.
 *   <li>N2 A beat of an incarnation whose node id another incarnation holds with a beat younger than the timeout is
 *       refused with that holder, and changes nothing. An older holder is replaced, and so is one whose beat lies
 *       further ahead than the timeout: the registry's clock was set back.
 *   <li>N3 The view holds each registered node once, with its latest beat, whether alive or silent, until it leaves or
 *       is evicted.
 *   <li>N4 Leaving and evicting name an incarnation and change nothing if the entry belongs to another.
 *   <li>N5 An incarnation is present from its first beat until its process or its connection ends; presence ends with
 *       the connection, within seconds, without anybody's doing. A lost connection that comes back brings it back.
 *   <li>N6 The wish to drain stays until it is taken back, over the node's restarts too; it is shown in every view.
 *   <li>N7 Node ids that differ in case only are different.
 * </ol>
 */
public interface NodeRegistry {
    /**
     * Sends a heartbeat.
     *
     * @param timeout a holder of the same node id that is silent for longer may be replaced
     */
    BeatReply beat(Heartbeat beat, Duration timeout);

    ClusterView view();

    /** Which incarnations are present now. */
    Set<Incarnation> present();

    /** Takes one's own entry and presence away. */
    void leave(Incarnation who);

    /** Takes a dead node's entry away. */
    void evict(Incarnation dead);

    void wantDrain(NodeId node, boolean wanted);

    /**
     * The answer to a beat.
     *
     * @param view the cluster with this beat in it, or as it is if the beat was refused
     * @param refusedFor the live holder of the node id; empty if the beat was taken
     */
    record BeatReply(ClusterView view, Optional<Incarnation> refusedFor) {}
}
