package io.baton.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.application.Hands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Wherever an error of the JVM comes, the node's owner hears of it, once. */
class NodeThreadsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<ForcedEnd> told = new CopyOnWriteArrayList<>();

    @Test
    void in_a_batch() {
        tells(hands -> hands.steps().execute(NodeThreadsTest::noMemory));
    }

    @Test
    void beside_the_method_of_a_task() {
        tells(hands -> hands.workers().execute(NodeThreadsTest::noMemory));
    }

    @Test
    void in_what_was_put_off() {
        tells(hands -> hands.timer().after(Duration.ofMillis(1), NodeThreadsTest::noMemory));
    }

    @Test
    void even_if_it_cannot_be_logged() {
        tells(hands -> hands.steps().execute(() -> {
            throw new Unspeakable();
        }));
    }

    @Test
    void in_several_threads_at_once() {
        tells(hands -> {
            Executor steps = hands.steps();
            for (int i = 0; i < 20; i++) {
                steps.execute(NodeThreadsTest::noMemory);
            }
        });
    }

    @Test
    void an_exception_is_no_error() {
        try (NodeThreads threads = new NodeThreads("n1", new Progress(System::nanoTime), told::add)) {
            List<String> after = new CopyOnWriteArrayList<>();
            Executor steps = threads.hands().steps();
            steps.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
            steps.execute(() -> after.add("ran"));

            await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> !after.isEmpty());
        }
        assertThat(told).isEmpty();
    }

    private void tells(Consumer<Hands> failing) {
        try (NodeThreads threads = new NodeThreads("n1", new Progress(System::nanoTime), told::add)) {
            failing.accept(threads.hands());

            await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> !told.isEmpty());
        }
        assertThat(told).containsExactly(ForcedEnd.JVM_ERROR);
    }

    private static void noMemory() {
        throw new InternalError("on purpose");
    }

    /** Makes the log fail too, as a second want of memory would. */
    private static final class Unspeakable extends Error {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new InternalError("on purpose, again");
        }
    }
}
