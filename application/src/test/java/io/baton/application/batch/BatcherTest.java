package io.baton.application.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BatcherTest {
    private final Queue<Runnable> given = new ArrayDeque<>();
    private final List<List<Integer>> batches = new ArrayList<>();
    private boolean noThread;
    private final Batcher<Integer> batcher = new Batcher<>(this::execute, 3, batches::add);

    private void execute(Runnable step) {
        if (noThread) {
            throw new OutOfMemoryError("unable to create native thread, on purpose");
        }
        given.add(step);
    }

    private void runAll() {
        while (!given.isEmpty()) {
            given.remove().run();
        }
    }

    @Test
    void what_waits_when_a_step_begins_is_its_batch_up_to_the_most() {
        batcher.submit(1);
        batcher.submitAll(List.of(2, 3, 4));

        assertThat(given).as("one step is under way").hasSize(1);
        runAll();

        assertThat(batches).containsExactly(List.of(1, 2, 3), List.of(4));
    }

    @Test
    void what_comes_while_a_step_runs_is_handed_on_after_it() {
        List<List<Integer>> seen = new ArrayList<>();
        List<Batcher<Integer>> self = new ArrayList<>();
        self.add(new Batcher<>(this::execute, 3, batch -> {
            if (seen.isEmpty()) {
                self.get(0).submitAll(List.of(2, 3));
            }
            seen.add(batch);
        }));
        self.get(0).submit(1);
        runAll();

        assertThat(seen).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void a_step_that_fails_loses_its_batch_and_no_other() {
        List<List<Integer>> seen = new ArrayList<>();
        Batcher<Integer> failing = new Batcher<>(this::execute, 1, batch -> {
            if (batch.contains(1)) {
                throw new IllegalStateException("on purpose");
            }
            seen.add(batch);
        });
        failing.submitAll(List.of(1, 2));
        runAll();

        assertThat(seen).containsExactly(List.of(2));
    }

    @Test
    void an_executor_without_a_thread_left_keeps_nothing_from_the_next_item() {
        noThread = true;
        assertThatThrownBy(() -> batcher.submit(1)).isInstanceOf(OutOfMemoryError.class);

        noThread = false;
        batcher.submit(2);
        runAll();

        assertThat(batches).containsExactly(List.of(1, 2));
    }

    @Test
    void a_batch_has_1_to_10000_items() {
        assertThatThrownBy(() -> new Batcher<Integer>(this::execute, 0, batches::add))
                .hasMessageContaining("batch size 0 is out of range: 1 to 10000");
    }
}
