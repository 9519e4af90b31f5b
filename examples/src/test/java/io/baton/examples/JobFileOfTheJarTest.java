package io.baton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README of this module tells its readers to do: the jar in the node's folder of tasks, {@code jobs.yaml}, a start. */
class JobFileOfTheJarTest {
    @TempDir
    private Path folder;

    @Test
    void a_node_with_the_jar_and_the_job_file_runs_both_jobs() throws Exception {
        Path tasks = Files.createDirectory(folder.resolve("tasks"));
        ExampleJar.packInto(tasks);

        try (BatonNode node = start(tasks)) {
            assertThat(node.desk().look().readings().targets())
                    .extracting(TargetEntry::name)
                    .containsExactlyInAnyOrder("invoices.send", "io.baton.examples.ReportTask.build");
            assertThat(ends(node, "EXAMPLE.report")).isEqualTo("SUCCEEDED");
            assertThat(ends(node, "EXAMPLE.invoices")).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void a_node_without_the_jar_has_neither() throws Exception {
        try (BatonNode node = start(Files.createDirectory(folder.resolve("tasks")))) {
            assertThat(node.desk().look().readings().job(JobKey.parse("EXAMPLE.report")))
                    .isEmpty();
            assertThat(node.desk().look().readings().job(JobKey.parse("EXAMPLE.invoices")))
                    .isEmpty();
        }
    }

    private BatonNode start(Path tasks) {
        return BatonNode.builder()
                .set("baton.tasks.dir", tasks.toString())
                .set("baton.jobs.file", "jobs.yaml")
                .set("baton.db.url", "jdbc:h2:" + folder.toAbsolutePath() + "/node")
                .set("baton.http.port", "0")
                .start();
    }

    private static String ends(BatonNode node, String job) {
        TaskId task = node.desk()
                .work()
                .run()
                .run(JobKey.parse(job), Optional.empty(), Optional.of("one"))
                .task()
                .orElseThrow();
        TaskRow row = await("the end of " + task)
                .atMost(Duration.ofSeconds(60))
                .until(() -> node.desk().look().readings().run(task).orElseThrow(), r -> r.state() == TaskState.DONE);
        return row.story().end().orElseThrow().words();
    }
}
