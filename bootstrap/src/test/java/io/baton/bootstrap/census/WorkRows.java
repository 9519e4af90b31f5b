package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.tasks.TestJar;
import io.baton.domain.job.JobKey;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskState;
import io.baton.testservers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;

/** The settings of the chapter "Jobs and tasks". */
final class WorkRows {
    private static final String FIXTURES = "io.baton.bootstrap.tasks.fixture";
    private static final String JOB =
            "jobs:\n  - {name: A.of-file, title: %s, target: demoTask.noParams, schedule: {manual: true}}\n";

    private WorkRows() {}

    static Map<String, Row> all() {
        return Map.of(
                "baton.jobs.file", Row.of("a\u0000b", WorkRows::aJobFileIsAppliedWhenItChanged),
                "baton.tasks.dir",
                        Row.of("a\u0000b", bench -> {
                            new TestJar(bench.folder().resolve("work"))
                                    .source(
                                            "acme.Report",
                                            "package acme; public class Report { @io.baton.task.TaskTarget public void build() {} }")
                                    .pack(bench.folder().resolve("jars/a.jar"), "");
                            assertTarget(
                                    bench.alone(
                                            "baton.tasks.dir=" + bench.folder().resolve("jars")),
                                    "acme.Report.build");
                        }),
                "baton.tasks.packages",
                        Row.of(
                                "com..acme",
                                bench -> assertTarget(
                                        bench.alone("baton.tasks.packages=" + FIXTURES),
                                        FIXTURES + ".PlainTask.count")),
                "baton.tasks.allow",
                        Row.of(
                                "com.acme.*",
                                bench -> assertTarget(
                                        bench.alone("baton.tasks.allow=plain.unmarked"), "plain.unmarked")),
                "baton.queue.accept-legacy", Row.of("yes", WorkRows::olderMessagesAreTakenOrSetAside),
                "baton.history.retention", Row.of("1s", WorkRows::oldRowsAreDeleted));
    }

    /** The target is there with the setting, and not without it. */
    private static void assertTarget(BatonNode node, String target) {
        assertThat(Bench.readings(node).targets())
                .anyMatch(entry -> entry.name().equals(target));
        try (BatonNode plain = BatonNode.builder()
                .set("baton.db.url", "jdbc:h2:mem:" + target.hashCode())
                .set("baton.http.port", "0")
                .task("plain", new io.baton.bootstrap.tasks.fixture.PlainTask())
                .start()) {
            assertThat(Bench.readings(plain).targets())
                    .noneMatch(entry -> entry.name().equals(target));
        }
    }

    private static void aJobFileIsAppliedWhenItChanged(Bench bench) throws Exception {
        Path file = Files.writeString(bench.folder().resolve("jobs.yaml"), JOB.formatted("one"));
        JobKey key = JobKey.parse("A.of-file");
        try (BatonNode first = bench.alone("baton.jobs.file=" + file)) {
            assertThat(Bench.readings(first).job(key)).isPresent();
            first.desk().work().jobs().delete(key);
        }
        try (BatonNode again = bench.alone("baton.jobs.file=" + file)) {
            assertThat(Bench.readings(again).job(key)).isEmpty();
        }
        Files.writeString(file, JOB.formatted("two"));
        assertThat(Bench.readings(bench.alone("baton.jobs.file=" + file)).job(key))
                .hasValueSatisfying(
                        job -> assertThat(job.spec().about().title()).isEqualTo("two"));
    }

    private static void olderMessagesAreTakenOrSetAside(Bench bench) throws Exception {
        BatonNode taking = bench.member("baton.node.id=taking");
        BatonNode strict = bench.member("baton.node.id=strict", "baton.queue.accept-legacy=false");
        Bench.job(taking, "A.old", "demoTask.noParams");

        push(bench, "strict");
        await("the dead letter")
                .atMost(Bench.PATIENCE)
                .until(() -> Bench.readings(strict).deadLetters(10), letters -> letters.size() == 1);
        assertThat(rows(taking)).isZero();
        push(bench, "taking");
        await("the run").atMost(Bench.PATIENCE).until(() -> rows(taking) == 1);
    }

    private static void push(Bench bench, String node) throws Exception {
        String cluster = bench.servers().get(0).split("=", 2)[1];
        Bench.redis(TestServers.redis().uri(), "LPUSH baton:{" + cluster + "}:queue:" + node + " A.old");
    }

    private static int rows(BatonNode node) {
        return Bench.readings(node)
                .runs(new io.baton.domain.port.TaskHistory.Query(
                        io.baton.domain.port.TaskHistory.Filter.ALL, java.util.Optional.empty(), 10))
                .size();
    }

    private static void oldRowsAreDeleted(Bench bench) throws Exception {
        TaskId task;
        try (BatonNode node = bench.alone()) {
            Bench.job(node, "A.done", "demoTask.noParams");
            task = Bench.run(node, "A.done", "one");
            Bench.reaches(node, task, TaskState.DONE);
        }
        try (Connection connection = DriverManager.getConnection(bench.sql(), "baton", "");
                Statement sql = connection.createStatement()) {
            sql.execute("UPDATE task SET scheduled_at = scheduled_at - 7200000, finished_at = finished_at - 7200000");
        }
        try (BatonNode keeping = bench.alone("baton.history.retention=3h")) {
            assertThat(Bench.readings(keeping).run(task)).isPresent();
        }
        BatonNode deleting = bench.alone("baton.history.retention=1h");
        await("the row is gone")
                .atMost(Bench.PATIENCE)
                .until(() -> Bench.readings(deleting).run(task).isEmpty());
    }
}
