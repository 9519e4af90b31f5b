package io.baton.persistence;

import io.baton.domain.node.Incarnation;
import org.jooq.Field;

/** What shows that an incarnation's process lives, and ends with it without anybody's doing. */
interface Presence extends AutoCloseable {
    /** Takes the presence of an incarnation of this process, or makes sure of it. @return whether it stands */
    boolean hold(Incarnation who);

    /** Gives up that presence, if this process has it. */
    void release(Incarnation who);

    /** Whether the incarnation of a row is present, to be selected beside it. */
    Field<Boolean> of(Field<String> node, Field<String> number);

    /** Whether whoever is not of this process is gone for sure. */
    boolean othersAreGone();

    @Override
    void close();
}
