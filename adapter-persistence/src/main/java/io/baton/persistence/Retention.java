package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;
import static io.baton.persistence.schema.Tables.JOB_WATERMARK;
import static io.baton.persistence.schema.Tables.TASK;
import static io.baton.persistence.schema.Tables.TASK_ATTEMPT;

import io.baton.domain.task.TaskState;
import io.baton.persistence.schema.tables.Task;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Deletes what ended long ago, oldest first, but nothing that a later sweep would take for missing. */
final class Retention {
    private static final Task PARENT = TASK.as("parent_task");

    private Retention() {}

    static int purge(DSLContext dsl, Instant endedBefore, int most) {
        List<String> ids = dsl.select(TASK.ID)
                .from(TASK)
                .leftJoin(JOB_WATERMARK)
                .on(JOB_WATERMARK.JOB_NAME.eq(TASK.JOB_NAME))
                .leftJoin(JOB)
                .on(JOB.NAME.eq(TASK.JOB_NAME))
                .leftJoin(PARENT)
                .on(PARENT.ID.eq(TASK.PARENT))
                .where(TASK.SCHEDULED_AT.lt(endedBefore.toEpochMilli()))
                .and(TASK.STATE.eq(TaskState.DONE.name()))
                .and(TASK.FINISHED_AT.lt(endedBefore.toEpochMilli()))
                .and(neverLookedAtAgain())
                .and(PARENT.ID.isNull().or(PARENT.STATE.eq(TaskState.DONE.name())))
                .orderBy(TASK.SCHEDULED_AT, TASK.ID)
                .limit(most)
                .fetch(TASK.ID);
        int deleted = 0;
        for (List<String> chunk : Sql.chunks(ids)) {
            dsl.deleteFrom(TASK_ATTEMPT).where(TASK_ATTEMPT.TASK_ID.in(chunk)).execute();
            SqlRunLogs.forget(dsl, chunk);
            deleted += dsl.deleteFrom(TASK).where(TASK.ID.in(chunk)).execute();
        }
        return deleted;
    }

    private static Condition neverLookedAtAgain() {
        return TASK.BY_HAND
                .isTrue()
                .or(JOB.NAME.isNull())
                .or(JOB.DELETED.isTrue())
                .or(TASK.SCHEDULED_AT.le(JOB_WATERMARK.SWEPT_TO));
    }
}
