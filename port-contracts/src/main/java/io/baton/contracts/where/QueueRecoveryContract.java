package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.A_AGAIN;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.NODE_2;
import static io.baton.contracts.where.Samples.ROOM;
import static io.baton.contracts.where.Samples.SENT;
import static io.baton.contracts.where.Samples.dispatched;
import static io.baton.contracts.where.Samples.message;
import static io.baton.contracts.where.Samples.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.NodeId;
import io.baton.domain.queue.QueueState;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.QueueRecovery}. */
public abstract class QueueRecoveryContract extends WhereContract {
    private static final Duration NOW = Duration.ZERO;
    private static final int MANY = 2500;

    /** Repeats a bounded step until it has nothing left to do. */
    private static int all(IntSupplier step) {
        int sum = 0;
        for (int moved = step.getAsInt(); moved > 0; moved = step.getAsInt()) {
            sum += moved;
        }
        return sum;
    }

    private void pushAndTake(int from, int until) {
        first().queue().push(messages(NODE_1, from, until), ROOM);
        for (int n = from; n < until; n += 500) {
            first().queue().take(A, 500, NOW);
        }
    }

    private List<TaskMessage> drain() {
        List<TaskMessage> drained = new ArrayList<>();
        for (List<Taken> some = second().queue().take(B, 1000, NOW);
                !some.isEmpty();
                some = second().queue().take(B, 1000, NOW)) {
            drained.addAll(dispatched(some));
        }
        return drained;
    }

    @Test
    public void the_states_of_queues_come_in_the_order_asked_for() {
        first().queue().push(messages(NODE_2, 3, 6), ROOM);
        first().queue().take(B, 1, NOW);

        assertThat(second().recovery().states(List.of(NODE_2, NODE_1)))
                .containsExactly(
                        new QueueState(NODE_2, 2, Optional.of(SENT.plusSeconds(4))),
                        new QueueState(NODE_1, 0, Optional.empty()));
        assertThat(second().recovery().states(List.of())).isEmpty();
    }

    @Test
    public void in_flight_sets_belong_to_incarnations_and_name_task_and_fence() {
        first().queue().push(messages(NODE_1, 0, 2), ROOM);
        first().queue().take(A, 1, NOW);
        first().queue().take(A_AGAIN, 1, NOW);

        assertThat(second().recovery().inFlight(A))
                .containsExactly(message(NODE_1, 0).task() + "#1");
        assertThat(second().recovery().inFlight(A_AGAIN))
                .containsExactly(message(NODE_1, 1).task() + "#1");
        assertThat(second().recovery().inFlight(B)).isEmpty();
        assertThat(second().recovery().holders()).containsExactlyInAnyOrder(A, A_AGAIN);
    }

    @Test
    public void an_empty_in_flight_set_has_no_holder() {
        first().queue().push(messages(NODE_1, 0, 1), ROOM);
        Taken taken = first().queue().take(A, 1, NOW).get(0);
        first().queue().acknowledge(A, List.of(taken.receipt()));

        assertThat(second().recovery().holders()).isEmpty();
    }

    @Test
    public void queues_with_messages_are_known_whether_their_node_lives_or_not() {
        NodeId never = new NodeId("never-registered");
        first().queue().push(List.of(message(NODE_1, 1), message(never, 2)), ROOM);

        assertThat(second().recovery().queues()).contains(NODE_1, never).doesNotContain(NODE_2);
        assertThat(store().another().recovery().queues()).contains(NODE_1, never);
    }

    @Test
    public void R1_salvaging_an_in_flight_set_moves_every_message() {
        pushAndTake(0, 3);

        assertThat(all(() -> second().recovery().salvageInFlight(A, NODE_2))).isEqualTo(3);

        assertThat(second().recovery().inFlight(A)).isEmpty();
        assertThat(second().recovery().holders()).isEmpty();
        assertThat(drain()).containsExactlyInAnyOrderElementsOf(messages(NODE_1, 0, 3));
    }

    @Test
    public void R1_a_late_acknowledgement_of_the_dead_takes_nothing_away() {
        first().queue().push(messages(NODE_1, 0, 1), ROOM);
        Taken taken = first().queue().take(A, 1, NOW).get(0);
        all(() -> second().recovery().salvageInFlight(A, NODE_2));

        first().queue().acknowledge(A, List.of(taken.receipt()));

        assertThat(drain()).containsExactly(message(NODE_1, 0));
    }

    @Test
    public void R1_salvaging_a_queue_keeps_its_order() {
        first().queue().push(messages(NODE_1, 0, 300), ROOM);

        assertThat(all(() -> second().recovery().salvageQueue(NODE_1, NODE_2))).isEqualTo(300);

        assertThat(first().queue().take(A, 1, NOW)).isEmpty();
        assertThat(drain()).containsExactlyElementsOf(messages(NODE_1, 0, 300));
    }

    @Test
    public void R1_salvaged_messages_do_not_overtake_those_that_wait_there() {
        first().queue().push(messages(NODE_2, 0, 2), ROOM);
        first().queue().push(messages(NODE_1, 2, 4), ROOM);

        all(() -> second().recovery().salvageQueue(NODE_1, NODE_2));

        assertThat(drain())
                .extracting(TaskMessage::task)
                .containsExactlyElementsOf(
                        messages(NODE_2, 0, 4).stream().map(TaskMessage::task).toList());
    }

    @Test
    public void R1_salvaging_another_life_of_the_node_touches_nothing() {
        pushAndTake(0, 3);

        assertThat(second().recovery().salvageInFlight(A_AGAIN, NODE_2)).isZero();
        assertThat(second().recovery().inFlight(A)).hasSize(3);
    }

    @Test
    public void R1_at_no_instant_is_a_message_in_neither_place() throws Exception {
        pushAndTake(0, MANY);
        AtomicBoolean over = new AtomicBoolean();

        List<Integer> counts = Race.among(2, i -> i == 0 ? () -> salvage(over) : () -> watch(over));

        assertThat(counts.get(0)).isEqualTo(MANY);
        assertThat(counts.get(1)).isGreaterThanOrEqualTo(MANY);
    }

    private int salvage(AtomicBoolean over) {
        try {
            return all(() -> first().recovery().salvageInFlight(A, NODE_2));
        } finally {
            over.set(true);
        }
    }

    /** Looks at the set first and then at the queue: what moves in between is seen twice, never not at all. */
    private int watch(AtomicBoolean over) {
        int fewest = Integer.MAX_VALUE;
        while (!over.get()) {
            int held = second().recovery().inFlight(A).size();
            int waiting =
                    (int) second().recovery().states(List.of(NODE_2)).get(0).depth();
            fewest = Math.min(fewest, held + waiting);
        }
        return fewest;
    }

    @Test
    public void R2_two_salvagers_at_once_move_each_message_once() throws Exception {
        pushAndTake(0, MANY);

        List<Integer> moved = Race.among(4, i -> {
            WhereClient client = i % 2 == 0 ? first() : second();
            return () -> all(() -> client.recovery().salvageInFlight(A, NODE_2));
        });

        assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(MANY);
        assertThat(drain()).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    public void R3_salvaging_again_or_what_is_not_there_does_nothing() {
        first().queue().push(messages(NODE_1, 0, 3), ROOM);
        all(() -> first().recovery().salvageQueue(NODE_1, NODE_2));

        assertThat(second().recovery().salvageQueue(NODE_1, NODE_2)).isZero();
        assertThat(second().recovery().salvageInFlight(A, NODE_2)).isZero();
        assertThat(second().recovery().states(List.of(NODE_2)).get(0).depth()).isEqualTo(3);
    }
}
