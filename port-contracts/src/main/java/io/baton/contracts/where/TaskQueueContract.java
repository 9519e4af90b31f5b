package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.A_AGAIN;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.NODE_2;
import static io.baton.contracts.where.Samples.ROOM;
import static io.baton.contracts.where.Samples.dispatched;
import static io.baton.contracts.where.Samples.message;
import static io.baton.contracts.where.Samples.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.TaskQueue} on what is pushed, taken and acknowledged. */
public abstract class TaskQueueContract extends WhereContract {
    private static final Duration NOW = Duration.ZERO;
    private static final int MANY = 400;

    @Test
    public void Q1_a_message_is_taken_once_and_as_it_was_pushed() {
        TaskMessage rich = new TaskMessage(
                TaskId.shard(FiringId.requested(JobKey.parse("DEMO.greet"), "Req_1-x"), 7),
                NODE_1,
                new TaskMessage.Position(41, 3, Samples.SENT.plusMillis(1)),
                true,
                new JsonText("{\"text\":\"打个招呼 \\\"ü\\\"\",\"n\":[1,2]}"));

        first().queue().push(List.of(rich), ROOM);

        assertThat(dispatched(second().queue().take(A, 10, NOW))).containsExactly(rich);
        assertThat(first().queue().take(A, 10, NOW)).isEmpty();
    }

    @Test
    public void Q1_each_message_goes_to_the_queue_of_its_target() {
        first().queue().push(List.of(message(NODE_1, 1), message(NODE_2, 2), message(NODE_1, 3)), ROOM);
        first().queue().push(List.of(), ROOM);

        assertThat(dispatched(second().queue().take(A, 10, NOW)))
                .containsExactly(message(NODE_1, 1), message(NODE_1, 3));
        assertThat(dispatched(second().queue().take(B, 10, NOW))).containsExactly(message(NODE_2, 2));
    }

    @Test
    public void Q1_racing_takers_and_thieves_take_each_message_once() throws Exception {
        first().queue().push(messages(NODE_1, 0, MANY), ROOM);

        List<List<TaskMessage>> hauls = Race.among(6, i -> {
            WhereClient client = i % 2 == 0 ? first() : second();
            Incarnation thief = new Incarnation(new NodeId("thief-" + i), "t");
            return () -> haul(
                    i < 3
                            ? () -> client.queue().take(A, 7, NOW)
                            : () -> client.queue().steal(NODE_1, thief, 5));
        });

        List<TaskMessage> all = hauls.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(MANY).containsExactlyInAnyOrderElementsOf(messages(NODE_1, 0, MANY));
    }

    private static List<TaskMessage> haul(java.util.function.Supplier<List<Taken>> step) {
        List<TaskMessage> haul = new ArrayList<>();
        for (List<Taken> some = step.get(); !some.isEmpty(); some = step.get()) {
            haul.addAll(dispatched(some));
        }
        return haul;
    }

    @Test
    public void Q2_what_is_taken_is_in_flight_until_it_is_acknowledged() {
        first().queue().push(messages(NODE_1, 0, 2), ROOM);
        List<Taken> taken = first().queue().take(A, 10, NOW);
        String name = message(NODE_1, 1).task() + "#1";

        assertThat(second().recovery().inFlight(A)).hasSize(2).contains(name);

        first().queue().acknowledge(A, List.of(taken.get(1).receipt()));
        assertThat(second().recovery().inFlight(A)).hasSize(1).doesNotContain(name);
    }

    @Test
    public void Q2_at_no_instant_is_a_message_in_neither_place() throws Exception {
        first().queue().push(messages(NODE_1, 0, MANY), ROOM);
        AtomicBoolean over = new AtomicBoolean();

        List<Integer> fewest = Race.among(2, i -> i == 0 ? () -> takeAll(over) : () -> watch(over));

        assertThat(fewest.get(1)).isGreaterThanOrEqualTo(MANY);
        assertThat(second().recovery().inFlight(A)).hasSize(MANY);
    }

    private int takeAll(AtomicBoolean over) {
        int count = 0;
        while (count < MANY) {
            count += first().queue().take(A, 1, NOW).size();
        }
        over.set(true);
        return count;
    }

    /** Looks at the queue first and then at the set: what moves in between is seen twice, never not at all. */
    private int watch(AtomicBoolean over) {
        int fewest = Integer.MAX_VALUE;
        while (!over.get()) {
            int waiting =
                    (int) second().recovery().states(List.of(NODE_1)).get(0).depth();
            fewest = Math.min(fewest, waiting + second().recovery().inFlight(A).size());
        }
        return fewest;
    }

    @Test
    public void Q3_messages_are_taken_in_the_order_of_their_pushing() {
        first().queue().push(messages(NODE_1, 0, 50), ROOM);
        first().queue().push(List.of(message(NODE_1, 99)), ROOM);
        first().queue().push(messages(NODE_1, 50, 60), ROOM);

        List<TaskMessage> expected = new ArrayList<>(messages(NODE_1, 0, 50));
        expected.add(message(NODE_1, 99));
        expected.addAll(messages(NODE_1, 50, 60));
        List<TaskMessage> taken = new ArrayList<>(dispatched(second().queue().take(A, 7, NOW)));
        taken.addAll(dispatched(second().queue().take(A, 1000, NOW)));
        assertThat(taken).containsExactlyElementsOf(expected);
    }

    @Test
    public void Q10_a_queue_takes_the_first_messages_up_to_its_capacity_and_gives_the_others_back() {
        List<TaskMessage> refused = first().queue().push(messages(NODE_1, 0, 1_300), 1_200);

        assertThat(refused).containsExactlyElementsOf(messages(NODE_1, 1_200, 1_300));
        assertThat(second().recovery().states(List.of(NODE_1)).get(0).depth()).isEqualTo(1_200);
        assertThat(dispatched(second().queue().take(A, 1000, NOW)))
                .containsExactlyElementsOf(messages(NODE_1, 0, 1_000));
    }

    @Test
    public void Q10_what_waits_already_counts_what_is_in_flight_does_not() {
        first().queue().push(messages(NODE_1, 0, 3), 3);
        assertThat(second().queue().push(messages(NODE_1, 3, 4), 3)).hasSize(1);

        first().queue().take(A, 2, NOW);

        assertThat(second().queue().push(messages(NODE_1, 4, 7), 3)).containsExactly(message(NODE_1, 6));
        assertThat(second().queue().push(messages(NODE_1, 7, 8), 2)).hasSize(1);
    }

    @Test
    public void Q10_a_full_queue_keeps_no_message_from_another() {
        first().queue().push(messages(NODE_1, 0, 2), 2);

        List<TaskMessage> refused =
                first().queue().push(List.of(message(NODE_2, 1), message(NODE_1, 2), message(NODE_2, 3)), 2);

        assertThat(refused).containsExactly(message(NODE_1, 2));
        assertThat(dispatched(second().queue().take(B, 10, NOW)))
                .containsExactly(message(NODE_2, 1), message(NODE_2, 3));
    }

    @Test
    public void Q10_racing_senders_do_not_overfill_a_queue() throws Exception {
        List<Integer> refused = Race.among(
                4,
                i -> () -> (i % 2 == 0 ? first() : second())
                        .queue()
                        .push(messages(NODE_1, i * MANY, (i + 1) * MANY), MANY)
                        .size());

        assertThat(second().recovery().states(List.of(NODE_1)).get(0).depth()).isEqualTo(MANY);
        assertThat(refused.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3 * MANY);
    }

    @Test
    public void Q10_a_capacity_out_of_range_is_refused() {
        assertThatThrownBy(() -> first().queue().push(messages(NODE_1, 0, 1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity 0 is out of range: 1 to 1000000");
    }

    @Test
    public void Q11_what_is_taken_or_stolen_has_a_text_that_names_job_and_task() {
        first().queue().push(messages(NODE_1, 0, 2), ROOM);

        Taken taken = second().queue().take(A, 1, NOW).get(0);
        Taken stolen = second().queue().steal(NODE_1, B, 1).get(0);

        assertThat(taken.raw())
                .startsWith("{")
                .contains(
                        "\"taskId\":\"DEMO.greet\"",
                        "\"task\":\"" + message(NODE_1, 0).task() + "\"")
                .endsWith("}");
        assertThat(stolen.raw()).contains("\"task\":\"" + message(NODE_1, 1).task() + "\"");
    }

    @Test
    public void Q8_acknowledging_twice_or_what_is_not_there_does_nothing() {
        first().queue().push(messages(NODE_1, 0, 2), ROOM);
        List<Taken> taken = first().queue().take(A, 1, NOW);
        Receipt receipt = taken.get(0).receipt();

        first().queue().acknowledge(A, List.of(receipt));
        first().queue().acknowledge(A, List.of(receipt, new Receipt("nobody-gave-this")));
        first().queue().acknowledge(B, List.of(receipt));
        first().queue().acknowledge(A, List.of());

        assertThat(second().recovery().inFlight(A)).isEmpty();
        assertThat(dispatched(second().queue().take(A, 10, NOW))).containsExactly(message(NODE_1, 1));
    }

    @Test
    public void Q8_only_the_holders_acknowledgement_counts() {
        first().queue().push(messages(NODE_1, 0, 1), ROOM);
        Receipt receipt = first().queue().take(A, 1, NOW).get(0).receipt();

        second().queue().acknowledge(A_AGAIN, List.of(receipt));
        second().queue().acknowledge(B, List.of(receipt));

        assertThat(second().recovery().inFlight(A)).hasSize(1);
    }

    @Test
    public void Q9_queues_of_node_ids_that_differ_in_case_are_different() {
        Incarnation upper = new Incarnation(new NodeId("NODE-1"), "a1");
        first().queue().push(messages(NODE_1, 0, 1), ROOM);

        assertThat(second().queue().take(upper, 10, NOW)).isEmpty();
        assertThat(second().queue().take(A, 10, NOW)).hasSize(1);
        assertThat(second().recovery().inFlight(upper)).isEmpty();
    }
}
