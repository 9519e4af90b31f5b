package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.task.Attempt;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ends of runs that the ledger did not take before their process died. */
class LeftBehindTest {
    private final World world = new World();
    private boolean away;
    private boolean failing;
    private final Script script = new Script().method("bean.run", context -> {
        if (failing) {
            throw new IllegalStateException("it broke");
        }
    });
    private TestNode node;

    @BeforeEach
    void start() {
        world.ledger = this::mayBeAway;
        node = world.node("a", 4, script);
    }

    /** A ledger that takes no end while it is away. */
    private TaskLedger mayBeAway(TaskLedger real) {
        return (TaskLedger) Proxy.newProxyInstance(
                TaskLedger.class.getClassLoader(), new Class<?>[] {TaskLedger.class}, (self, method, arguments) -> {
                    if (away && method.getName().equals("finish")) {
                        throw new StoreException("TaskLedger", "finish", "away");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @Test
    void an_end_that_the_ledger_does_not_take_is_kept_over_the_death_of_the_process() {
        endsWhileTheLedgerIsAway(Map.of());

        node.crash();

        assertThat(leftBehind()).singleElement().satisfies(end -> {
            assertThat(end.by()).isEqualTo(node.self());
            assertThat(end.fence()).isEqualTo(world.rowsOf("G.job").get(0).fence());
        });
    }

    @Test
    void an_end_that_was_recorded_after_all_is_forgotten() {
        endsWhileTheLedgerIsAway(Map.of());
        away = false;
        world.clock.advance(Duration.ofSeconds(2));
        node.work();

        node.crash();

        assertThat(world.endings("G.job")).containsExactly("SUCCEEDED");
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void the_next_life_records_it_as_if_nothing_had_happened() {
        endsWhileTheLedgerIsAway(Map.of());
        node.crash();
        away = false;

        nextLife();

        assertThat(world.endings("G.job")).containsExactly("SUCCEEDED");
        assertThat(attempts()).isEmpty();
        assertThat(script.calls).hasSize(1);
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void it_is_late_if_the_task_was_taken_for_lost_meanwhile() {
        world.node("b", 4, Script.noop());
        endsWhileTheLedgerIsAway(Map.of());
        node.crash();
        world.pass(Duration.ofSeconds(8));
        away = false;

        nextLife();

        assertThat(world.endings("G.job")).containsExactly("LOST");
        assertThat(attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.late()).isTrue();
            assertThat(attempt.node()).contains(node.self());
        });
    }

    @Test
    void a_failed_run_is_followed_by_its_retry() {
        failing = true;
        endsWhileTheLedgerIsAway(Map.of("retry", Map.of("attempts", 2, "delay", "5s")));
        node.crash();
        away = false;
        failing = false;

        nextLife();
        world.pass(Duration.ofSeconds(12));
        world.settle();

        assertThat(world.endings("G.job")).containsExactly("SUCCEEDED");
        assertThat(script.calls).hasSize(2);
    }

    @Test
    void the_one_that_waited_for_its_end_runs() {
        endsWhileTheLedgerIsAway(Map.of("overlap", "queue"));
        run("two");
        assertThat(world.endings("G.job")).containsExactlyInAnyOrder("RUNNING", "WAITING");
        node.crash();
        away = false;

        nextLife();
        world.pass(Duration.ofSeconds(12));
        world.settle();

        assertThat(world.endings("G.job")).containsExactly("SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void a_start_that_cannot_record_it_goes_on_and_the_node_records_it_later() {
        endsWhileTheLedgerIsAway(Map.of());
        node.crash();

        TestNode next = nextLife();
        assertThat(world.endings("G.job")).containsExactly("RUNNING");
        away = false;
        next.cycle("reconcile");

        assertThat(world.endings("G.job")).containsExactly("SUCCEEDED");
        assertThat(leftBehind()).isEmpty();
    }

    private void endsWhileTheLedgerIsAway(Map<String, Object> rules) {
        world.job(
                "G.job",
                rules.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray());
        away = true;
        run("one");
        assertThat(world.endings("G.job")).containsExactly("RUNNING");
    }

    private void run(String request) {
        node.core.desk().work().run().run(JobKey.parse("G.job"), Optional.empty(), Optional.of(request));
        node.work();
    }

    /** The node again, under its name, which it gets once the former life counts as dead. */
    private TestNode nextLife() {
        TestNode next = new TestNode(world, "a", 4, script);
        while (next.core.life().join().isPresent()) {
            world.clock.advance(Duration.ofSeconds(1));
        }
        next.core.life().open();
        world.nodes.add(next);
        next.beat();
        return next;
    }

    /** What a process finds that starts now; it dies at once. */
    private List<Finish> leftBehind() {
        boolean[] alive = {true};
        List<Finish> ends = world.spools.open(() -> alive[0]).leftBehind().ends();
        alive[0] = false;
        return ends;
    }

    private List<Attempt> attempts() {
        return world.database
                .connect()
                .history()
                .attempts(world.rowsOf("G.job").get(0).id());
    }
}
