package io.baton.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Caller;
import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.demo.DemoTask;
import io.baton.domain.access.AuditEntry;
import io.baton.domain.access.Rights;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.AuditLog.Filter;
import io.baton.domain.port.AuditLog.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node started again and again with a job file. */
class JobFilesIT {
    private static final Caller ANN = new Caller("ann", Rights.ADMIN, "here");
    private static final JobKey GOOD = JobKey.parse("A.good");
    private static final JobKey LATE = JobKey.parse("A.late");

    @TempDir
    private Path folder;

    @Test
    void what_a_job_file_changed_stands_in_the_audit_once() throws IOException {
        file(job("A.good", "first", "demoTask.noParams"));

        try (BatonNode node = start()) {
            assertThat(audit(node)).singleElement().satisfies(entry -> {
                assertThat(entry.actor().who()).startsWith("job-file:").endsWith("jobs.yaml");
                assertThat(entry.actor().from()).isEqualTo("node-1");
                assertThat(entry.deed().action()).isEqualTo("job.create");
                assertThat(entry.deed().subject()).isEqualTo("A.good");
                assertThat(entry.deed().after()).contains("first");
            });
        }
        file(job("A.good", "second", "demoTask.noParams") + job("A.more", "x", "demoTask.noParams"));
        try (BatonNode node = start()) {
            assertThat(audit(node))
                    .extracting(
                            entry -> entry.deed().action() + " " + entry.deed().subject())
                    .containsExactly("job.create A.more", "job.update A.good", "job.create A.good");
        }
        file("# the same jobs\n" + job("A.good", "second", "demoTask.noParams")
                + job("A.more", "x", "demoTask.noParams"));
        try (BatonNode node = start()) {
            assertThat(audit(node)).hasSize(3);
        }
    }

    @Test
    void of_an_unchanged_file_only_refused_jobs_are_tried_again() throws IOException {
        file(job("A.good", "first", "demoTask.noParams")
                + job("A.late", "late", "laterTask.noParams")
                + job("A.good", "twin", "demoTask.noParams"));
        try (BatonNode node = start()) {
            assertThat(titles(node)).containsExactly(Map.entry(GOOD, "first"));
            edit(node, "edited");
        }

        try (BatonNode node = start()) {
            assertThat(titles(node)).containsExactly(Map.entry(GOOD, "edited"));
        }
        try (BatonNode node = builder().task("laterTask", new DemoTask()).start()) {
            assertThat(titles(node)).containsOnly(Map.entry(GOOD, "edited"), Map.entry(LATE, "late"));
            node.office().counters().jobs().delete(ANN, LATE, Optional.empty());
        }
        try (BatonNode node = builder().task("laterTask", new DemoTask()).start()) {
            assertThat(titles(node)).containsExactly(Map.entry(GOOD, "edited"));
        }
    }

    @Test
    void more_refusals_than_can_be_remembered_are_not_tried_again() throws IOException {
        file(job("A.good", "first", "demoTask.noParams")
                + IntStream.range(0, 400)
                        .mapToObj(i -> job("B.late" + i, "late", "laterTask.noParams"))
                        .collect(Collectors.joining()));
        try (BatonNode node = start()) {
            edit(node, "edited");
        }

        try (BatonNode node = builder().task("laterTask", new DemoTask()).start()) {
            assertThat(titles(node)).containsExactly(Map.entry(GOOD, "edited"));
        }
    }

    private static String job(String name, String title, String target) {
        return String.format(
                "  - { name: %s, title: %s, target: %s, schedule: { manual: true } }\n", name, title, target);
    }

    private void file(String jobs) throws IOException {
        Files.writeString(folder.resolve("jobs.yaml"), "jobs:\n" + jobs);
    }

    private BatonNode start() {
        return builder().start();
    }

    private BatonNode.Builder builder() {
        return BatonNode.builder()
                .set("baton.node.id", "node-1")
                .set("baton.http.port", "0")
                .set("baton.node.drain-timeout", "0s")
                .set("baton.spool.dir", folder.resolve("spool").toString())
                .set("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath())
                .set("baton.jobs.file", folder.resolve("jobs.yaml").toString())
                .task("demoTask", new DemoTask());
    }

    private static void edit(BatonNode node, String title) {
        Map<String, Object> members = Map.of(
                "name", "A.good", "title", title, "target", "demoTask.noParams", "schedule", Map.of("manual", true));
        node.office().counters().jobs().update(ANN, GOOD, members, Optional.empty());
    }

    private static Map<JobKey, String> titles(BatonNode node) {
        return node.office().counters().jobs().all(ANN).stream()
                .collect(Collectors.toMap(Job::key, job -> job.spec().about().title()));
    }

    private static List<AuditEntry> audit(BatonNode node) {
        return node.office().people().audit().read(ANN, new Query(Filter.ALL, Optional.empty(), 50));
    }
}
