package io.baton.domain.placement;

import io.baton.domain.node.Incarnation;
import java.util.function.Function;

/** Where a task goes, and why. */
public sealed interface Decision {

    /** Why, in words for people. */
    String because();

    /** It runs on this node at once. */
    record Here(String because) implements Decision {}

    /** It waits on this node's own queue. */
    record QueuedHere(String because) implements Decision {}

    /** It is sent to another node. */
    record Sent(Incarnation to, String because) implements Decision {}

    /** No live node has its target and labels. */
    record Nowhere(String because) implements Decision {}

    default <R> R fold(
            Function<Here, R> here,
            Function<QueuedHere, R> queuedHere,
            Function<Sent, R> sent,
            Function<Nowhere, R> nowhere) {
        if (this instanceof Here h) {
            return here.apply(h);
        }
        if (this instanceof QueuedHere q) {
            return queuedHere.apply(q);
        }
        if (this instanceof Sent s) {
            return sent.apply(s);
        }
        return nowhere.apply((Nowhere) this);
    }
}
