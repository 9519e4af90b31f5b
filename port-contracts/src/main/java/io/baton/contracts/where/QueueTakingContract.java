package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.ROOM;
import static io.baton.contracts.where.Samples.dispatched;
import static io.baton.contracts.where.Samples.message;
import static io.baton.contracts.where.Samples.messages;
import static io.baton.contracts.where.Samples.staying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.domain.queue.Taken;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The law of {@link io.baton.domain.port.TaskQueue} on waiting and stealing. */
public abstract class QueueTakingContract extends WhereContract {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static Duration timed(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    public void Q4_a_take_returns_at_once_at_most_what_was_asked_for() {
        first().queue().push(messages(NODE_1, 0, 5), ROOM);

        Duration took =
                timed(() -> assertThat(second().queue().take(A, 3, LONGEST)).hasSize(3));
        Duration tookRest =
                timed(() -> assertThat(second().queue().take(A, 3, LONGEST)).hasSize(2));

        assertThat(took.plus(tookRest)).isLessThan(LONGEST);
    }

    @Test
    public void Q4_an_empty_queue_is_waited_for_and_no_longer() {
        Duration took = timed(() ->
                assertThat(first().queue().take(A, 1, Duration.ofMillis(400))).isEmpty());

        assertThat(took).isBetween(Duration.ofMillis(350), LONGEST);
        assertThat(first().queue().take(A, 1, NOW)).isEmpty();
    }

    @Test
    public void Q4_a_waiting_take_gets_what_comes() throws Exception {
        CompletableFuture<List<Taken>> taking =
                CompletableFuture.supplyAsync(() -> first().queue().take(A, 10, LONGEST));
        first().queue().take(B, 1, Duration.ofMillis(200));

        Duration took = timed(() -> {
            second().queue().push(List.of(message(NODE_1, 1)), ROOM);
            assertThat(dispatched(taking.join())).containsExactly(message(NODE_1, 1));
        });

        assertThat(took).isLessThan(Duration.ofSeconds(3));
        assertThat(second().recovery().inFlight(A)).hasSize(1);
    }

    @Test
    public void Q4_a_waiting_take_hinders_no_other_call() {
        CompletableFuture<List<Taken>> taking =
                CompletableFuture.supplyAsync(() -> first().queue().take(A, 1, LONGEST));

        Duration took = timed(() -> {
            for (int n = 0; n < 20; n++) {
                first().queue().push(List.of(message(Samples.NODE_2, n)), ROOM);
                first().queue().take(B, 1, NOW);
            }
        });

        assertThat(took).isLessThan(Duration.ofSeconds(3));
        second().queue().push(List.of(message(NODE_1, 1)), ROOM);
        assertThat(taking.join()).hasSize(1);
    }

    @Test
    public void Q4_of_two_waiting_takes_one_gets_the_message() {
        Duration wait = Duration.ofMillis(800);
        CompletableFuture<List<Taken>> one =
                CompletableFuture.supplyAsync(() -> first().queue().take(A, 1, wait));
        CompletableFuture<List<Taken>> other =
                CompletableFuture.supplyAsync(() -> second().queue().take(A, 1, wait));

        store().another().queue().push(List.of(message(NODE_1, 1)), ROOM);

        assertThat(one.join().size() + other.join().size()).isEqualTo(1);
    }

    @Test
    public void Q4_an_interrupt_ends_the_wait_and_is_kept() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread taker = new Thread(() -> {
            try {
                boolean empty = first().queue().take(A, 1, LONGEST).isEmpty();
                interrupted.complete(empty && Thread.currentThread().isInterrupted());
            } catch (RuntimeException unexpected) {
                interrupted.completeExceptionally(unexpected);
            }
        });
        taker.start();
        first().queue().take(B, 1, Duration.ofMillis(200));

        taker.interrupt();

        assertThat(interrupted.get(3, TimeUnit.SECONDS)).isTrue();
        second().queue().push(List.of(message(NODE_1, 1)), ROOM);
        assertThat(second().queue().take(A, 1, NOW)).as("what came after it").hasSize(1);
    }

    @Test
    public void Q4_asking_for_none_for_too_many_or_for_too_long_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> first().queue().take(A, 0, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> first().queue().take(A, 1001, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> first().queue().take(A, 1, LONGEST.plusMillis(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> first().queue().take(A, 1, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> first().queue().steal(NODE_1, B, 0));
    }

    @Test
    public void Q5_stealing_moves_into_the_thiefs_own_in_flight_set() {
        first().queue().push(messages(NODE_1, 0, 5), ROOM);

        List<Taken> loot = second().queue().steal(NODE_1, B, 2);

        assertThat(loot).hasSize(2);
        assertThat(first().recovery().inFlight(B)).hasSize(2);
        assertThat(first().queue().take(A, 10, NOW)).hasSize(3);
        second().queue().acknowledge(B, loot.stream().map(Taken::receipt).toList());
        assertThat(first().recovery().inFlight(B)).isEmpty();
    }

    @Test
    public void Q5_stealing_leaves_messages_that_must_stay_where_they_are() {
        first().queue()
                .push(
                        List.of(
                                staying(message(NODE_1, 0)),
                                message(NODE_1, 1),
                                staying(message(NODE_1, 2)),
                                message(NODE_1, 3),
                                staying(message(NODE_1, 4))),
                        ROOM);

        assertThat(dispatched(second().queue().steal(NODE_1, B, 10)))
                .containsExactlyInAnyOrder(message(NODE_1, 1), message(NODE_1, 3));
        assertThat(second().queue().steal(NODE_1, B, 10)).isEmpty();
        assertThat(dispatched(first().queue().take(A, 10, NOW)))
                .containsExactly(staying(message(NODE_1, 0)), staying(message(NODE_1, 2)), staying(message(NODE_1, 4)));
    }

    @Test
    public void Q5_stealing_never_waits() {
        Duration took =
                timed(() -> assertThat(first().queue().steal(NODE_1, B, 10)).isEmpty());

        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }
}
