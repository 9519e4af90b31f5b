package io.baton.contracts.where;

import static io.baton.contracts.where.Samples.A;
import static io.baton.contracts.where.Samples.B;
import static io.baton.contracts.where.Samples.NODE_1;
import static io.baton.contracts.where.Samples.NODE_2;
import static io.baton.contracts.where.Samples.ROOM;
import static io.baton.contracts.where.Samples.beat;
import static io.baton.contracts.where.Samples.firing;
import static io.baton.contracts.where.Samples.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.port.StoreException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every port of the plane does while its store does not answer. Only for adapters whose store can fail. */
public abstract class StoreGoneContract {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration BOUND = Duration.ofSeconds(15);

    private WhereClient client;

    /** Opens a client and then takes its store away. */
    protected abstract WhereClient openAndLoseStore();

    /** Ends the client and whatever is left of the store. */
    protected abstract void close();

    @BeforeEach
    final void lose() {
        client = openAndLoseStore();
    }

    @AfterEach
    final void end() {
        close();
    }

    private static void fails(String port, ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(StoreException.class).hasMessageContaining(port);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    }

    @Test
    public void F5_a_claim_is_an_exception_and_no_answer() {
        fails("TaskLock", () -> client.lock().claim(List.of(firing("DEMO.a", 1)), A, LONG));
    }

    @Test
    public void L7_a_lease_is_an_exception_and_no_answer() {
        fails("MasterLease", () -> client.lease().claim(A, LONG));
        fails("MasterLease", () -> client.lease().holder());
        fails("MasterLease", () -> client.lease().takeFrom(A, B, LONG));
    }

    @Test
    public void the_registry_shows_no_empty_cluster() {
        fails("NodeRegistry", () -> client.registry().view());
        fails("NodeRegistry", () -> client.registry().present());
        fails("NodeRegistry", () -> client.registry().beat(beat(A), LONG));
    }

    @Test
    public void the_queue_does_not_pretend_to_be_empty() {
        fails("TaskQueue", () -> client.queue().push(messages(NODE_1, 0, 1), ROOM));
        fails("TaskQueue", () -> client.queue().take(A, 1, Duration.ZERO));
        fails("TaskQueue", () -> client.queue().steal(NODE_1, B, 1));
        fails("TaskQueue", () -> client.queue().deadLetters(1));
    }

    @Test
    public void recovery_decides_nothing() {
        fails("QueueRecovery", () -> client.recovery().states(List.of(NODE_1)));
        fails("QueueRecovery", () -> client.recovery().inFlight(A));
        fails("QueueRecovery", () -> client.recovery().holders());
        fails("QueueRecovery", () -> client.recovery().salvageQueue(NODE_1, NODE_2));
    }
}
