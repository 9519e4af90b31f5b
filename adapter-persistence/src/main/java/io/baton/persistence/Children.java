package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.task.FiringId;
import org.jooq.Condition;

/** The tasks of one firing by their ids, {@code <firing>~<n>}: a stretch of the primary key. */
final class Children {
    private Children() {}

    /** {@code :} is what follows {@code 9} in ASCII, and no id holds it. */
    static Condition of(FiringId firing) {
        return TASK.ID.ge(firing + "~0").and(TASK.ID.lt(firing + "~:"));
    }
}
