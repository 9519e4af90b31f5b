package io.baton.redis;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Values that the tests push, beat and claim. */
final class Fixtures {
    static final NodeId NODE_1 = new NodeId("node-1");
    static final NodeId NODE_2 = new NodeId("node-2");
    static final Incarnation A = new Incarnation(NODE_1, "a1");
    static final Incarnation B = new Incarnation(NODE_2, "b1");
    static final Instant SENT = Instant.ofEpochMilli(1_790_000_000_000L);
    static final Duration NOW = Duration.ZERO;
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Fixtures() {}

    static FiringId firing(int n) {
        return FiringId.scheduled(new JobKey("DEMO", "greet"), SENT.plusSeconds(n));
    }

    static TaskMessage message(NodeId to, int n) {
        return new TaskMessage(
                TaskId.of(firing(n)),
                to,
                new TaskMessage.Position(1, 1, SENT.plusSeconds(n)),
                false,
                JsonText.EMPTY_OBJECT);
    }

    static String name(int n) {
        return firing(n) + "#1";
    }

    static Heartbeat beat(Incarnation who) {
        return new Heartbeat(
                who,
                new Heartbeat.Profile(Labels.NONE, 4, Set.of("demoTask.greet"), "0.1.0", ""),
                new Heartbeat.Status(0, 0, 0.1, false, true, SENT, Duration.ZERO));
    }

    /** The defaults, but with a short time to wait for a reply. */
    static RedisSettings impatient(String uri, String cluster) {
        RedisSettings defaults = RedisSettings.of(uri, cluster);
        return new RedisSettings(
                defaults.address(),
                cluster,
                defaults.clientName(),
                defaults.allowed(),
                new RedisSettings.Timeouts(Duration.ofSeconds(1), Duration.ofMillis(400)));
    }
}
