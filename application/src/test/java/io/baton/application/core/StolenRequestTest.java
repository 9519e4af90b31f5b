package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.TaskId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages of older formats that cannot run where they were taken: set aside as they came, or sent on to the master. */
class StolenRequestTest {
    private static final Receipt RECEIPT = new Receipt("receipt-1");
    private static final String BOSS = "G.boss";

    private final World world = new World();
    private final Script script = Script.noop();
    private final Deque<Taken> foreign = new ArrayDeque<>();
    private final List<Receipt> acknowledged = new ArrayList<>();

    private final TestNode master;
    private final TestNode slave;

    StolenRequestTest() {
        world.queues = this::withForeign;
        master = world.node("a", 4, script);
        slave = world.node("b", 4, script);
        world.job(BOSS, "placement", "master");
    }

    @Test
    void one_for_the_master_alone_that_a_slave_stole_runs_on_the_master() {
        foreign.add(request(RECEIPT.text(), BOSS));

        steal();

        assertThat(master.queued()).isEqualTo(1);
        assertThat(acknowledged).contains(RECEIPT);
        runsOnceOn(master, RECEIPT.text());
    }

    @Test
    void one_that_was_in_other_hands_before_runs_on_the_master_by_its_first_id() {
        foreign.add(request("first", BOSS));

        slave.intake();
        slave.steps.doAll();

        runsOnceOn(master, "first");
    }

    @Test
    void one_that_was_stolen_under_the_name_of_a_task_runs_on_the_master_too() {
        push(master, BOSS + "@r-named");

        steal();

        runsOnceOn(master, "named");
    }

    @Test
    void without_a_master_it_waits_for_one() {
        master.core.life().drain();
        slave.core.life().drain();
        foreign.add(request(RECEIPT.text(), BOSS));

        steal();
        assertThat(acknowledged).isEmpty();
        assertThat(world.rowsOf(BOSS)).isEmpty();

        TestNode next = world.node("c", 4, script);
        world.clock.advance(Duration.ofSeconds(4));
        slave.steps.doAll();
        runsOnceOn(next, RECEIPT.text());
    }

    @Test
    void one_that_was_pushed_to_a_slave_is_set_aside_as_it_came() {
        foreign.add(request(RECEIPT.text(), BOSS));

        slave.intake();
        slave.steps.doAll();

        assertThat(letters()).extracting(DeadLetter::raw).containsExactly(raw(BOSS));
        assertThat(letters().get(0).reason()).contains("this node is a slave");
        assertThat(acknowledged).contains(RECEIPT);
        assertThat(world.rowsOf(BOSS)).isEmpty();
    }

    @Test
    void one_for_an_unknown_job_is_set_aside_as_it_came_stolen_or_not() {
        foreign.add(request(RECEIPT.text(), "NO.SUCH"));
        steal();
        foreign.add(request(RECEIPT.text(), "NO.SUCH"));
        master.intake();

        assertThat(letters()).extracting(DeadLetter::raw).containsExactly(raw("NO.SUCH"), raw("NO.SUCH"));
    }

    @Test
    void a_message_of_a_due_time_that_the_ledger_never_saw_is_set_aside_as_it_came() {
        push(master, BOSS + "@1790000000000");

        master.take();

        assertThat(letters()).hasSize(1);
        assertThat(letters().get(0).raw()).startsWith("{").contains("\"task\":\"G.boss@1790000000000\"");
        assertThat(letters().get(0).reason()).contains("no task");
    }

    @Test
    void the_queue_of_a_master_that_drains_goes_to_the_next_master() {
        TestNode next = world.node("c", 4, script);
        push(master, BOSS + "@r-left");

        master.core.life().drain();
        assertThat(slave.queued()).isZero();
        next.beat();
        master.beat();

        assertThat(master.queued()).isZero();
        assertThat(slave.queued()).isZero();
        assertThat(next.queued()).isEqualTo(1);
        runsOnceOn(next, "left");
    }

    private void steal() {
        slave.core.execution.intake().stealFrom(master.self().node(), 10);
        slave.steps.doAll();
    }

    private void runsOnceOn(TestNode node, String requestId) {
        world.settle();
        assertThat(letters()).isEmpty();
        assertThat(world.rowsOf(BOSS)).hasSize(1);
        assertThat(world.row(TaskId.parse(BOSS + "@r-" + requestId)).standing().owner())
                .contains(node.self());
        assertThat(world.endings(BOSS)).containsExactly("SUCCEEDED");
        assertThat(script.calls).hasSize(1);
    }

    private List<DeadLetter> letters() {
        return master.where.queue().deadLetters(10);
    }

    private static Taken.Requested request(String requestId, String job) {
        return new Taken.Requested(RECEIPT, JobKey.parse(job), requestId, Optional.empty(), raw(job));
    }

    private static String raw(String job) {
        return "{ \"taskId\":\"" + job + "\", \"colour\":1 }";
    }

    private void push(TestNode target, String task) {
        TaskMessage.Position position = new TaskMessage.Position(1, 1, World.START);
        TaskMessage message =
                new TaskMessage(TaskId.parse(task), target.self().node(), position, false, JsonText.EMPTY_OBJECT);
        target.where.queue().push(List.of(message), 10);
    }

    /** A queue on which there are messages of foreign programs too, which come first. */
    private TaskQueue withForeign(TaskQueue store) {
        return (TaskQueue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TaskQueue.class}, (proxy, method, arguments) -> {
                    boolean takes = List.of("take", "steal").contains(method.getName());
                    if (takes && !foreign.isEmpty()) {
                        return List.of(foreign.remove());
                    }
                    if (method.getName().equals("acknowledge")) {
                        ((List<?>) arguments[1]).forEach(receipt -> acknowledged.add((Receipt) receipt));
                    }
                    return method.invoke(store, arguments);
                });
    }
}
