package io.baton.web.console;

import io.baton.domain.job.About;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Spread;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.target.InvocationTarget;
import io.baton.domain.task.Ending;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Optional;

/** Rows of the ledger, of the job {@code A.b}, and jobs. */
final class Rows {
    static final JobKey JOB = JobKey.parse("A.b");
    private static final Incarnation NODE = new Incarnation(new NodeId("n"), "life1");

    private Rows() {}

    /** @param claimed when it was claimed; @param start when its latest attempt started; @param end empty = it runs */
    static TaskRow started(Instant due, int attempt, Instant claimed, Instant start, Optional<Ending> end) {
        return new TaskRow(
                TaskId.of(FiringId.scheduled(JOB, due)),
                new TaskRow.Terms(
                        due,
                        new TaskRow.Work(1, "bean.run", JsonText.EMPTY_OBJECT),
                        new TaskRow.Promise(Delivery.AT_MOST_ONCE, Overlap.ALLOW),
                        Spread.ANY,
                        1),
                new TaskRow.Standing(
                        end.isPresent() ? TaskState.DONE : TaskState.RUNNING,
                        Optional.of(NODE),
                        1,
                        new TaskRow.Turn(attempt, 0),
                        new TaskRow.Times(due, Optional.empty())),
                new TaskRow.Story(NODE, claimed, Optional.empty(), Optional.of(start), Optional.empty(), end));
    }

    static TaskRow ended(Instant due, Ending end) {
        return started(due, 1, due, due, Optional.of(end));
    }

    /** An enabled one, its first version. */
    static Job job(JobKey key, Schedule schedule) {
        JobSpec.Work work = new JobSpec.Work(InvocationTarget.parse("bean.run"), JsonText.EMPTY_OBJECT);
        JobSpec spec = new JobSpec(About.NOTHING, work, schedule, Placement.ANYWHERE, Rules.DEFAULT);
        return new Job(key, spec, true, new Job.Revision(1, Instant.EPOCH));
    }
}
