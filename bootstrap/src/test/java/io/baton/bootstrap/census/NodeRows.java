package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Labels;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.testservers.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** The settings of the chapter "Node". */
final class NodeRows {
    private NodeRows() {}

    static Map<String, Row> all() {
        return Map.of(
                "baton.cluster", Row.of("Upper", NodeRows::clustersOnOneRedisDoNotMeet),
                "baton.node.id",
                        Row.of("a b", bench -> {
                            BatonNode node = bench.alone("baton.node.id=the-id");
                            assertThat(node.id()).isEqualTo("the-id");
                            assertThat(self(node).id().text()).isEqualTo("the-id");
                        }),
                "baton.node.labels",
                        Row.of(
                                "zone",
                                bench -> assertThat(self(bench.alone("baton.node.labels=zone=a,gpu=yes"))
                                                .beat()
                                                .profile()
                                                .labels())
                                        .isEqualTo(new Labels(Map.of("zone", "a", "gpu", "yes")))),
                "baton.node.slots", Row.of("10001", NodeRows::oneSlotRunsOneTask),
                "baton.node.drain-timeout", Row.of("25", NodeRows::aShortDrainEndsALongTask),
                "baton.node.heartbeat-interval", Row.of("1ms", NodeRows::manyBeats),
                "baton.node.heartbeat-timeout", Row.of("1ms", NodeRows::stopsItselfInTime),
                "baton.dispatch.load-threshold", Row.of("1.1", NodeRows::theMasterHandsOver),
                "baton.dispatch.firing-nodes", Row.of("0", FiringRows::oneNodeFiresEachJob),
                "baton.queue.capacity", Row.of("0", NodeRows::aFullQueueRefusesRequests));
    }

    private static Member self(BatonNode node) {
        return Bench.readings(node).cluster().nodes().get(0);
    }

    private static void clustersOnOneRedisDoNotMeet(Bench bench) {
        BatonNode one = bench.member("baton.cluster=census-a", "baton.node.id=one");
        BatonNode two = bench.member("baton.cluster=census-b", "baton.node.id=two");
        bench.member("baton.cluster=census-b", "baton.node.id=three");

        assertThat(Bench.readings(one).cluster().nodes()).hasSize(1);
        assertThat(Bench.readings(two).cluster().nodes()).hasSize(2);
    }

    private static void oneSlotRunsOneTask(Bench bench) {
        BatonNode node = bench.alone("baton.node.slots=1");
        Bench.job(node, "A.long", "demoTask.sleep(600000)");
        Bench.reaches(node, Bench.run(node, "A.long", "one"), TaskState.RUNNING);

        TaskId second = Bench.run(node, "A.long", "two");

        assertThat(self(node).beat().profile().slots()).isEqualTo(1);
        assertThat(Bench.readings(node).run(second).orElseThrow().state()).isEqualTo(TaskState.QUEUED);
    }

    private static void aShortDrainEndsALongTask(Bench bench) {
        BatonNode node = bench.alone("baton.node.drain-timeout=100ms");
        Bench.job(node, "A.long", "demoTask.sleep(600000)");
        TaskId task = Bench.run(node, "A.long", "one");
        Bench.reaches(node, task, TaskState.RUNNING);

        long began = System.nanoTime();
        node.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20)); // by default 25 s
        BatonNode next = bench.alone();
        assertThat(Bench.readings(next).run(task).orElseThrow().state()).isEqualTo(TaskState.DONE);
    }

    private static void manyBeats(Bench bench) {
        BatonNode node = bench.alone("baton.node.heartbeat-interval=200ms");
        Set<Instant> beats = new TreeSet<>();
        await("more beats than there are by default")
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    beats.add(self(node).beatAt());
                    return beats.size() > 8;
                });
    }

    /** Two thirds of 3 s; by default it would take 20 s. */
    private static void stopsItselfInTime(Bench bench) {
        RedisServer redis = bench.redis();
        BatonNode node = bench.member(
                "baton.redis.uri=" + redis.uri(),
                "baton.node.heartbeat-interval=1s",
                "baton.node.heartbeat-timeout=3s");
        assertThat(node.desk().look().watch().open()).isTrue();

        redis.stop();

        await("it starts nothing any more")
                .atMost(Duration.ofSeconds(15))
                .until(() -> !node.desk().look().watch().open());
    }

    private static void aFullQueueRefusesRequests(Bench bench) {
        BatonNode node =
                bench.alone("baton.node.slots=1", "baton.queue.capacity=2", "baton.node.heartbeat-interval=200ms");
        Bench.job(node, "A.long", "demoTask.sleep(600000)");
        Bench.reaches(node, Bench.run(node, "A.long", "runs"), TaskState.RUNNING);

        AtomicInteger asked = new AtomicInteger();
        await("the third that waits is refused").atMost(Bench.PATIENCE).until(() -> {
            var reply = node.desk()
                    .work()
                    .run()
                    .run(JobKey.parse("A.long"), Optional.empty(), Optional.of("w" + asked.incrementAndGet()));
            return reply.overload() && reply.refusal().contains("baton.queue.capacity");
        });
        assertThat(asked.get()).isLessThan(100); // by default a hundred thousand may wait
    }

    /** Seven of its ten slots are busy: less than the default of 0.8. While the machine is busier than that, both are equal. */
    private static void theMasterHandsOver(Bench bench) {
        String soon = "baton.node.heartbeat-interval=500ms";
        BatonNode master =
                bench.member("baton.node.id=one", soon, "baton.node.slots=10", "baton.dispatch.load-threshold=0.5");
        Bench.job(master, "A.long", "demoTask.sleep(600000)");
        Bench.job(master, "A.short", "demoTask.noParams");
        for (int n = 0; n < 7; n++) {
            Bench.reaches(master, Bench.run(master, "A.long", "r" + n), TaskState.RUNNING);
        }
        bench.member("baton.node.id=two", soon, "baton.node.slots=10");

        AtomicInteger asked = new AtomicInteger();
        await("the master hands a task over").atMost(Bench.PATIENCE).until(() -> {
            TaskId task = Bench.run(master, "A.short", "s" + asked.incrementAndGet());
            TaskRow row = Bench.reaches(master, task, TaskState.DONE);
            return row.standing().owner().orElseThrow().node().text().equals("two");
        });
    }
}
