package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queues that do not answer when a message is to be sent. */
class PushAgainTest {
    private final World world = new World();
    private final Script script = Script.noop();
    private boolean away;
    private boolean arrives;
    private int pushes;

    @Test
    void a_message_that_a_short_outage_kept_back_is_sent_within_two_seconds() {
        TestNode node = shards();
        away = true;
        fire(node);
        assertThat(node.queued()).isZero();

        away = false;
        pass(node, 2);

        assertThat(script.calls).hasSize(2);
        assertThat(pushes).isEqualTo(2);
    }

    @Test
    void one_that_arrived_although_the_answer_was_lost_starts_its_task_once() {
        TestNode node = shards();
        away = true;
        arrives = true;
        fire(node);
        away = false;
        pass(node, 3);

        assertThat(pushes).isGreaterThan(1);
        assertThat(script.calls).hasSize(2);
    }

    @Test
    void after_some_seconds_it_is_left_to_the_sweep() {
        TestNode node = shards();
        away = true;
        fire(node);
        pass(node, 9);
        int tried = pushes;

        away = false;
        pass(node, 1);
        assertThat(pushes).isEqualTo(tried);

        pass(node, 20);
        assertThat(script.calls).hasSize(2);
    }

    /** Shards have messages, whoever runs them. */
    private TestNode shards() {
        world.queues = this::flaky;
        TestNode node = world.node("a", 4, script);
        world.job("G.parts", "schedule", World.every("10m"), "placement", Map.of("shards", 2));
        return node;
    }

    private void fire(TestNode node) {
        world.clock.advance(Duration.ofMinutes(10));
        node.beat();
        node.fire();
    }

    private void pass(TestNode node, int seconds) {
        for (int n = 0; n < seconds; n++) {
            world.pass(Duration.ofSeconds(1));
            node.take();
            node.work();
        }
    }

    private TaskQueue flaky(TaskQueue queue) {
        return (TaskQueue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TaskQueue.class}, (proxy, method, args) -> {
                    boolean push = method.getName().equals("push") && !((List<?>) args[0]).isEmpty();
                    pushes += push ? 1 : 0;
                    try {
                        Object answer = push && away && !arrives ? List.of() : method.invoke(queue, args);
                        if (push && away) {
                            throw new StoreException("TaskQueue", "push", "no answer");
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
