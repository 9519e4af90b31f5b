package io.baton.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.redis.MessageCodec;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeteredQueueTest {
    private static final NodeId NODE = new NodeId("node-1");
    private static final Incarnation SELF = new Incarnation(NODE, "life1");

    private final Meters meters = new Meters();

    /** A queue that has these messages for whoever takes or steals. */
    private TaskQueue queue(String... messages) {
        MessageCodec codec = new MessageCodec(true);
        List<Taken> taken = Stream.of(messages)
                .map(raw -> codec.read(raw, new Receipt("receipt-" + raw.hashCode()), NODE))
                .toList();
        TaskQueue real = (TaskQueue) Proxy.newProxyInstance(
                MeteredQueueTest.class.getClassLoader(),
                new Class<?>[] {TaskQueue.class},
                (proxy, called, arguments) -> taken);
        return new MeteredQueue(real, meters);
    }

    private String counted(String form) {
        return "scheduler_legacy_messages_total{form=\"" + form + "\"} ";
    }

    @Test
    void older_messages_are_counted_by_their_form_from_zero() {
        assertThat(meters.scrape())
                .contains(counted("object") + "0.0", counted("string") + "0.0", counted("name") + "0.0");

        queue(
                        "{\"taskId\":\"A.b\"}",
                        " {\"taskId\":\"A.b\",\"taskData\":{\"n\":1}}",
                        "\"A.b\"",
                        "A.b",
                        "DEFAULTED",
                        "x")
                .take(SELF, 10, Duration.ZERO);

        assertThat(meters.scrape())
                .contains(counted("object") + "2.0", counted("string") + "1.0", counted("name") + "3.0");
    }

    @Test
    void what_is_stolen_counts_too_and_what_has_changed_hands_does_not_count_again() {
        queue("\"A.b\"", "{\"v\":1,\"taskId\":\"A.b\",\"taskData\":null,\"adopted\":\"another\"}")
                .steal(NODE, SELF, 10);

        assertThat(meters.scrape())
                .contains(counted("object") + "0.0", counted("string") + "1.0", counted("name") + "0.0");
    }

    @Test
    void messages_of_today_and_what_cannot_be_read_are_no_older_ones() {
        queue("{\"v\":1,\"taskId\":\"A.b\",\"task\":\"A.b@1790000000000\",\"fence\":1}", "[1]", "{\"broken\":")
                .take(SELF, 10, Duration.ZERO);

        assertThat(meters.scrape())
                .contains(counted("object") + "0.0", counted("string") + "0.0", counted("name") + "0.0");
    }
}
