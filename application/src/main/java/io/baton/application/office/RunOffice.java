package io.baton.application.office;

import io.baton.application.access.AuditBook;
import io.baton.application.access.Caller;
import io.baton.application.core.Desk;
import io.baton.application.fire.RequestRun;
import io.baton.application.log.ReadRunLog;
import io.baton.application.view.CancelTask;
import io.baton.application.view.Readings;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Role;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs;
import io.baton.domain.port.RunLogs.Place;
import io.baton.domain.port.TaskHistory.Cursor;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs, for who may. */
public final class RunOffice {
    /** 20 pages are looked through for a caller who sees few groups; then the caller gets what was found so far. */
    private static final int MOST_PAGES = 20;
    /** 1,000: whether it is that many or more, what is to be done is the same. */
    private static final int MOST_OVERDUE = 1_000;

    private final RequestRun run;
    private final CancelTask cancel;
    private final Readings readings;
    private final RunLogs logs;
    private final AuditBook audit;

    public RunOffice(Desk desk, RunLogs logs, AuditBook audit) {
        this.run = desk.work().run();
        this.cancel = desk.work().cancel();
        this.readings = desk.look().readings();
        this.logs = logs;
        this.audit = audit;
    }

    /**
     * A page of runs.
     *
     * @param next where the next page begins; empty = there is none
     */
    public record Page(List<TaskRow> rows, Optional<Cursor> next) {}

    /** The runs of the caller's groups. A page may hold fewer than the limit and yet have a next one. */
    public Page search(Caller who, Query query) {
        query.filter().job().ifPresentOrElse(job -> who.needs(Role.VIEWER, job), () -> who.needs(Role.VIEWER));
        List<TaskRow> found = new ArrayList<>();
        Optional<Cursor> from = query.before();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<TaskRow> rows = readings.runs(new Query(query.filter(), from, query.limit()));
            for (TaskRow row : rows) {
                if (who.sees(row.job())) {
                    found.add(row);
                }
                from = Optional.of(new Cursor(row.terms().scheduledAt(), row.id()));
                if (found.size() == query.limit()) {
                    return new Page(found, from);
                }
            }
            if (rows.size() < query.limit()) {
                return new Page(found, Optional.empty());
            }
        }
        return new Page(found, from);
    }

    /**
     * How many tasks wait for their start.
     *
     * @param count those of the caller's groups, among the {@value #MOST_OVERDUE} that were looked at
     * @param more whether there may be more
     */
    public record Overdue(int count, boolean more) {}

    /** The tasks that might have started before the instant and have not. */
    public Overdue overdue(Caller who, Instant dueBefore) {
        who.needs(Role.VIEWER);
        List<TaskId> found = readings.overdue(dueBefore, MOST_OVERDUE);
        long seen = found.stream().filter(task -> who.sees(task.job())).count();
        return new Overdue((int) seen, found.size() == MOST_OVERDUE);
    }

    public Optional<TaskRow> find(Caller who, TaskId task) {
        who.needs(Role.VIEWER, task.job());
        return readings.run(task);
    }

    public List<Attempt> attempts(Caller who, TaskId task) {
        who.needs(Role.VIEWER, task.job());
        return readings.attempts(List.of(task)).getOrDefault(task, List.of());
    }

    /** Of each of those tasks that has any besides its latest. */
    public Map<TaskId, List<Attempt>> attempts(Caller who, List<TaskId> tasks) {
        who.needs(Role.VIEWER);
        return readings.attempts(
                tasks.stream().filter(task -> who.sees(task.job())).toList());
    }

    public List<ReadRunLog.Said> log(Caller who, TaskId task, Place after, int most) {
        who.needs(Role.VIEWER, task.job());
        return new ReadRunLog(logs).read(task, after, most);
    }

    /** How far those tasks are of which it is known. */
    public Map<TaskId, Progress> progress(Caller who, List<TaskId> tasks) {
        who.needs(Role.VIEWER);
        return logs.progress(tasks.stream().filter(task -> who.sees(task.job())).toList());
    }

    /** @param data empty = the job's own; @param requestId empty = a fresh one */
    public RequestRun.Reply request(Caller who, JobKey key, Optional<JsonText> data, Optional<String> requestId) {
        who.needs(Role.OPERATOR, key);
        RequestRun.Reply reply = run.run(key, data, requestId);
        reply.task()
                .ifPresent(task -> audit.enter(
                        who,
                        new Deed(
                                "run.request",
                                task.toString(),
                                "",
                                data.map(JsonText::text).orElse(""))));
        return reply;
    }

    public CancelTask.Result cancel(Caller who, TaskId task) {
        who.needs(Role.OPERATOR, task.job());
        CancelTask.Result result = cancel.cancel(task);
        if (result == CancelTask.Result.CANCELLED || result == CancelTask.Result.ASKED) {
            audit.enter(who, new Deed("run.cancel", task.toString(), "", result.name()));
        }
        return result;
    }
}
