package io.baton.contracts.where;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Values that the contracts push, beat and claim. */
final class Samples {
    static final Instant SENT = Instant.ofEpochMilli(1_790_000_000_000L);
    static final NodeId NODE_1 = new NodeId("node-1");
    static final NodeId NODE_2 = new NodeId("node-2");
    static final Incarnation A = new Incarnation(NODE_1, "a1");
    static final Incarnation A_AGAIN = new Incarnation(NODE_1, "a2");
    /** As many messages as no queue of these tests has. */
    static final int ROOM = 10_000;

    static final Incarnation B = new Incarnation(NODE_2, "b1");

    private Samples() {}

    static FiringId firing(String job, int n) {
        return FiringId.scheduled(JobKey.parse(job), SENT.plusSeconds(n));
    }

    /** The n-th message to the node, sent n seconds after {@link #SENT}. */
    static TaskMessage message(NodeId to, int n) {
        TaskId task = TaskId.of(firing("DEMO.greet", n));
        return new TaskMessage(
                task, to, new TaskMessage.Position(1, 1, SENT.plusSeconds(n)), false, JsonText.EMPTY_OBJECT);
    }

    static TaskMessage staying(TaskMessage message) {
        return new TaskMessage(message.task(), message.target(), message.position(), true, message.data());
    }

    static List<TaskMessage> messages(NodeId to, int from, int until) {
        return IntStream.range(from, until).mapToObj(n -> message(to, n)).toList();
    }

    /** The message; fails if what was taken is none of the ledger. */
    static TaskMessage dispatched(Taken taken) {
        return taken.fold(
                Taken.Dispatched::message,
                requested -> {
                    throw new AssertionError("not dispatched: " + requested);
                },
                unreadable -> {
                    throw new AssertionError("not dispatched: " + unreadable);
                });
    }

    static List<TaskMessage> dispatched(List<Taken> taken) {
        return taken.stream().map(Samples::dispatched).toList();
    }

    static Heartbeat beat(Incarnation who) {
        return beat(who, 0);
    }

    static Heartbeat beat(Incarnation who, int busy) {
        return new Heartbeat(
                who,
                new Heartbeat.Profile(
                        Labels.parse("gpu=yes,zone=a"),
                        8,
                        Set.of("demoTask.greet", "demoTask.sleep"),
                        "0.1.0",
                        "http://127.0.0.1:8080"),
                new Heartbeat.Status(busy, 3, 0.25, false, true, SENT, Duration.ofMillis(-1_500)));
    }
}
