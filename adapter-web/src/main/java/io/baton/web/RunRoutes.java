package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.access.Caller;
import io.baton.application.fire.RequestRun;
import io.baton.application.office.JobOffice;
import io.baton.application.office.RunOffice;
import io.baton.application.view.CancelTask;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.log.Progress;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs: asked for, looked at, ended. */
final class RunRoutes {
    private static final int PAGE = 50;

    private final RunOffice runs;
    private final JobOffice jobs;

    RunRoutes(RunOffice runs, JobOffice jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.change(HandlerType.POST, "/jobs/{name}/run", "Run a job now", this::run),
                Route.look("/runs", "Tasks with their attempts, newest first", this::list),
                Route.look("/runs/{task}", "A task with its attempts", this::one),
                Route.change(HandlerType.POST, "/runs/{task}/cancel", "End a task", this::cancel),
                Route.change(
                        HandlerType.POST, "/runs/{task}/rerun", "Run its job again with the same data", this::rerun));
    }

    private void run(Context http) {
        JobKey key = new Question(http).job();
        Map<String, Object> members = Bodies.members(http, Set.of("data", "requestId"));
        Optional<JsonText> data = Optional.ofNullable(members.get("data"))
                .map(tree -> Problem.at("data", () -> new JsonText(JsonTree.text(tree))));
        request(http, key, data, requestId(key, members));
    }

    private void rerun(Context http) {
        TaskRow row = existing(http);
        Map<String, Object> members = Bodies.members(http, Set.of("requestId"));
        request(http, row.job(), Optional.of(row.terms().work().data()), requestId(row.job(), members));
    }

    private void request(Context http, JobKey key, Optional<JsonText> data, Optional<String> requestId) {
        if (jobs.find(Callers.of(http), key).isEmpty()) {
            throw Problem.notFound("there is no job " + key);
        }
        RequestRun.Reply reply = runs.request(Callers.of(http), key, data, requestId);
        TaskId task = reply.task().orElseThrow(() -> Problem.noTask(reply));
        http.header("Location", Route.API + "/runs/" + task);
        Answers.json(http, 202, JsonTree.empty().put("task", task.toString()));
    }

    private static Optional<String> requestId(JobKey key, Map<String, Object> members) {
        return Optional.ofNullable(members.get("requestId"))
                .map(String::valueOf)
                .map(id -> Problem.at("requestId", () -> FiringId.requested(key, id))
                        .occurrence()
                        .substring(2));
    }

    private void list(Context http) {
        Question question = new Question(http);
        Filter filter = new Filter(
                question.value("job", JobKey::parse),
                question.word("outcome", Outcome.class),
                question.word("state", TaskState.class),
                question.value("node", NodeId::new),
                new Span(question.value("since", RunRoutes::instant), question.value("until", RunRoutes::instant)));
        int limit = question.number("limit", PAGE);
        var before = question.value("cursor", cursor -> RunCursor.read(Answers.words(cursor)));
        Caller who = Callers.of(http);
        RunOffice.Page page = runs.search(who, new Query(filter, before, limit));
        Map<TaskId, Progress> progress =
                runs.progress(who, page.rows().stream().map(TaskRow::id).toList());
        Map<TaskId, List<Attempt>> earlier = earlier(who, page.rows());
        List<ObjectNode> shapes = page.rows().stream()
                .map(row -> shape(row, earlier, Optional.ofNullable(progress.get(row.id()))))
                .toList();
        Answers.json(http, 200, Answers.page("runs", shapes, page.next().map(RunCursor::words)));
    }

    private void one(Context http) {
        TaskRow row = existing(http);
        Caller who = Callers.of(http);
        Optional<Progress> progress =
                Optional.ofNullable(runs.progress(who, List.of(row.id())).get(row.id()));
        Answers.json(http, 200, shape(row, earlier(who, List.of(row)), progress));
    }

    private void cancel(Context http) {
        TaskId task = new Question(http).task();
        CancelTask.Result result = runs.cancel(Callers.of(http), task);
        int status = switch (result) {
            case CANCELLED -> 200;
            case ASKED -> 202;
            case ENDED_ALREADY -> throw Problem.conflict(task + " has ended already");
            case NOT_FOUND -> throw Problem.notFound("there is no task " + task);
        };
        String word = result == CancelTask.Result.CANCELLED ? "cancelled" : "asked";
        Answers.json(http, status, JsonTree.empty().put("task", task.toString()).put("result", word));
    }

    private TaskRow existing(Context http) {
        TaskId task = new Question(http).task();
        return runs.find(Callers.of(http), task).orElseThrow(() -> Problem.notFound("there is no task " + task));
    }

    private static ObjectNode shape(TaskRow row, Map<TaskId, List<Attempt>> earlier, Optional<Progress> progress) {
        ObjectNode shape = RunShape.of(row, earlier.getOrDefault(row.id(), List.of()));
        RunShape.progress(shape, progress);
        return shape;
    }

    /** A first attempt that runs or succeeded can have no other beside it: most pages cost no further query. */
    private Map<TaskId, List<Attempt>> earlier(Caller who, List<TaskRow> rows) {
        return runs.attempts(
                who, rows.stream().filter(row -> !plain(row)).map(TaskRow::id).toList());
    }

    private static boolean plain(TaskRow row) {
        return row.attempt() == 1
                && row.story()
                        .end()
                        .map(end -> end.outcome() == Outcome.SUCCEEDED)
                        .orElse(true);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as 2027-01-01T00:00:00Z", e);
        }
    }
}
