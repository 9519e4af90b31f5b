package io.baton.memory;

import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.util.Optional;

/** Hears every change of the ledger, in the order of the commits, before the change; it must not call the ledger. */
public interface LedgerWatch {
    /** Watches nothing. */
    LedgerWatch NOBODY = new LedgerWatch() {
        @Override
        public void changed(Optional<TaskRow> before, TaskRow after) {}

        @Override
        public void kept(TaskId task, Attempt attempt) {}
    };

    /** @param before empty if the row is new */
    void changed(Optional<TaskRow> before, TaskRow after);

    /** An attempt is over that is not its task's latest: a former one, or a late result. */
    void kept(TaskId task, Attempt attempt);
}
