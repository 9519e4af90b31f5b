package io.baton.bootstrap.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.application.access.Caller;
import io.baton.application.log.ReadRunLog.Said;
import io.baton.application.office.RunOffice;
import io.baton.bootstrap.BatonNode;
import io.baton.domain.access.Rights;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.RunLogs.Place;
import io.baton.domain.task.TaskId;
import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a run writes through its context, and what its thread logs while it runs, is in the run's log. */
class SpokenRunsIT {
    private static final Caller TEST = new Caller("test", Rights.ADMIN, "here");

    @TempDir
    private Path folder = Path.of(".");

    /** Speaks in every way that a task has. */
    public static final class Talker {
        @TaskTarget("Speaks")
        public void speak(TaskContext context) {
            context.log("through the context\u001b[31m");
            LoggerFactory.getLogger("app").error("through the log: {}", 42);
            context.progress(40, "some of it");
            throw new IllegalStateException("no paper");
        }

        @TaskTarget("Logs an error")
        public void error() {
            LoggerFactory.getLogger("app").error("broken", new IllegalStateException("no ink"));
        }
    }

    private BatonNode node() {
        return BatonNode.builder()
                .set("baton.node.id", "node-1")
                .set("baton.http.port", "0")
                .set("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath())
                .task("talker", new Talker())
                .start();
    }

    private static TaskId run(BatonNode node, String method) {
        node.office()
                .counters()
                .jobs()
                .create(
                        TEST,
                        Map.of(
                                "name",
                                "A." + method,
                                "target",
                                "talker." + method,
                                "schedule",
                                Map.of("manual", true)));
        return node.office()
                .counters()
                .runs()
                .request(TEST, JobKey.parse("A." + method), Optional.empty(), Optional.of("1"))
                .task()
                .orElseThrow();
    }

    private static List<String> said(RunOffice runs, TaskId task) {
        return runs.log(TEST, task, Place.START, 1000).stream()
                .map(Said::line)
                .map(line -> line.level() + " " + line.text())
                .toList();
    }

    @Test
    void context_and_log_speak_into_the_runs_log_once_each_and_it_outlives_the_node() {
        TaskId task;
        try (BatonNode node = node()) {
            task = run(node, "speak");
            RunOffice runs = node.office().counters().runs();
            await().atMost(Duration.ofSeconds(60)).until(() -> said(runs, task).size() >= 2);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> runs.progress(TEST, List.of(task)).values().stream()
                            .anyMatch(progress -> progress.percent() == 40));
        }
        try (BatonNode again = node()) {
            assertThat(said(again.office().counters().runs(), task))
                    .containsExactly("INFO through the context\\u001b[31m", "ERROR through the log: 42");
        }
    }

    @Test
    void an_error_comes_with_its_stack_trace_a_line_each() {
        try (BatonNode node = node()) {
            TaskId task = run(node, "error");
            RunOffice runs = node.office().counters().runs();
            await().atMost(Duration.ofSeconds(60)).until(() -> said(runs, task).size() >= 3);

            assertThat(said(runs, task))
                    .startsWith("ERROR broken", "ERROR java.lang.IllegalStateException: no ink")
                    .anyMatch(line -> line.startsWith("ERROR \tat ") && line.contains("Talker.error"));
        }
    }
}
