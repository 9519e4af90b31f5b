package io.baton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.jobs.JobFileReader;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The Spring program with a node inside, as its {@code main} starts it. */
class EmbeddedNodeTest {
    @TempDir
    private static Path folder;

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(InvoiceTask.class, Mailbox.class);
    private final BatonNode node = EmbeddedNode.start(context, "jdbc:h2:" + folder.toAbsolutePath() + "/embedded");

    @AfterEach
    void close() {
        node.close();
        context.close();
    }

    @Test
    void beans_and_objects_of_the_program_are_its_targets_and_a_job_runs_them() throws Exception {
        assertThat(node.desk().look().readings().targets())
                .extracting(TargetEntry::name)
                .containsExactlyInAnyOrder("invoices.send", "reports.build");
        create(Map.of(
                "name",
                "P.invoices",
                "target",
                "invoices.send(8)",
                "schedule",
                Map.of("manual", true),
                "placement",
                Map.of("shards", 4)));
        create(Map.of("name", "P.report", "target", "reports.build('sales', 2)", "schedule", Map.of("manual", true)));

        assertThat(ends("P.invoices")).isEqualTo("SUCCEEDED");
        assertThat(ends("P.report")).isEqualTo("SUCCEEDED");
        assertThat(context.getBean(Mailbox.class).sendOnce("7/this month", Long.MAX_VALUE))
                .as("the program's own bean has sent it already")
                .isFalse();
        assertThat(status("/health/ready")).isEqualTo(200);
    }

    @Test
    void the_program_may_apply_a_job_file_too() {
        Map<String, Object> file = new JobFileReader().read("""
                jobs:
                  - { name: P.greet, target: 'invoices.send(1)', schedule: { every: 1d } }
                """);

        assertThat(node.desk().work().files().apply(file, false, false))
                .singleElement()
                .satisfies(line -> assertThat(line.result()).isEqualTo("created"));
    }

    private void create(Map<String, Object> job) {
        var reply = node.desk().work().jobs().create(job);
        assertThat(reply.job()).as(reply.why()).isPresent();
    }

    private String ends(String job) {
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

    private int status(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + node.httpPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
