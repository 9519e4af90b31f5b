package io.baton.persistence.spool;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.task.TaskId;

/** What tells one end from another. */
record SpoolName(TaskId task, long fence, Incarnation by) {
    static SpoolName of(Finish end) {
        return new SpoolName(end.task(), end.fence(), end.by());
    }
}
