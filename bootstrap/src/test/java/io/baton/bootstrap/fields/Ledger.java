package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.application.core.Desk;
import io.baton.application.jobs.ManageJobs.Reply;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a node tells of jobs and tasks, and what may be asked of it. */
record Ledger(Desk desk, List<Call> calls) {
    /** Two minutes: a minute for the schedule of that length, and one for a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void create(Map<String, ?> fields) {
        Reply reply = desk.work().jobs().create(fields);
        assertThat(reply.job()).as(reply.why()).isPresent();
    }

    Job job(String job) {
        return desk.look().readings().job(JobKey.parse(job)).orElseThrow();
    }

    /** Asks for a run. @return its task */
    String ask(String job, String request) {
        return ask(job, request, Optional.empty());
    }

    String ask(String job, String request, Optional<JsonText> data) {
        return desk.work()
                .run()
                .run(JobKey.parse(job), data, Optional.of(request))
                .task()
                .orElseThrow()
                .toString();
    }

    /** The tasks of a job by due time, each firing's parent before its parts. */
    List<TaskRow> rows(String job) {
        var filter = new TaskHistory.Filter(
                Optional.of(JobKey.parse(job)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TaskHistory.Span(Optional.empty(), Optional.empty()));
        return desk.look().readings().runs(new TaskHistory.Query(filter, Optional.empty(), 1000)).stream()
                .sorted(Comparator.comparing((TaskRow r) -> r.terms().scheduledAt())
                        .thenComparing(TaskRow::id))
                .toList();
    }

    TaskRow row(String task) {
        return desk.look().readings().run(TaskId.parse(task)).orElseThrow();
    }

    List<Attempt> attempts(String task) {
        TaskId id = TaskId.parse(task);
        return desk.look().readings().attempts(List.of(id)).getOrDefault(id, List.of());
    }

    /** The due times of the tasks that SUCCEEDED. */
    List<Instant> succeeded(String job) {
        return rows(job).stream()
                .filter(r -> words(r).equals("SUCCEEDED"))
                .map(r -> r.terms().scheduledAt())
                .toList();
    }

    /** Waits until a task is over. @return how it ended */
    String end(String task) {
        return words(when("the end of " + task, () -> row(task), r -> r.state() == TaskState.DONE));
    }

    void started(String task) {
        when("the start of " + task, () -> row(task), r -> r.state() == TaskState.RUNNING);
    }

    List<Call> calls(String job) {
        return calls.stream()
                .filter(call -> call.key().task().startsWith(job + "@"))
                .toList();
    }

    Call call(String task, int attempt) {
        return calls.stream()
                .filter(call -> call.key().task().equals(task) && call.key().attempt() == attempt)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no attempt " + attempt + " of " + task + " was called"));
    }

    /** The outcome with its reason, or the state while there is none. */
    static String words(TaskRow row) {
        return row.story().end().map(e -> e.words()).orElse(row.state().name());
    }

    static String node(TaskRow row) {
        return row.standing().owner().orElseThrow().node().text();
    }

    <T> T when(String what, Supplier<T> look, Predicate<T> wanted) {
        return await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(look::get, wanted);
    }

    /** Waits until the database's clock has passed an instant. */
    void pass(Instant instant) {
        when("the time " + instant, () -> desk.look().readings().storeTime(), now -> now.isAfter(instant));
    }
}
