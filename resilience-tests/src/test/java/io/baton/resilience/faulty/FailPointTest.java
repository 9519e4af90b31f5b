package io.baton.resilience.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.application.Ports;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.CronParser;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Watermarks;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.memory.MemoryClient;
import io.baton.memory.MemoryCluster;
import io.baton.memory.MemoryDatabase;
import io.baton.memory.MemorySession;
import io.baton.memory.MemorySpools;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fail point that has gone deaf would make each row of the catalogue that kills at a step a row without its fault. */
class FailPointTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);
    private static final NodeId NODE = new NodeId("node-1");
    private static final Incarnation OWNER = new Incarnation(NODE, "a1");
    private static final Incarnation THIEF = new Incarnation(new NodeId("node-2"), "b1");
    private static final FiringId FIRING = FiringId.scheduled(JobKey.parse("DEMO.greet"), NOW);
    private static final TaskMessage MESSAGE =
            new TaskMessage(TaskId.of(FIRING), NODE, new TaskMessage.Position(1, 1, NOW), false, JsonText.EMPTY_OBJECT);
    private static final int ROOM = 10;

    private final MemoryClient real = new MemoryCluster(Clock.fixed(NOW, ZoneOffset.UTC)).connect();

    /** How many messages were in the queue each time that the process was ended. */
    private final List<Long> ends = new ArrayList<>();

    @TempDir
    Path folder;

    private Path armed;

    @BeforeEach
    void arm() throws IOException {
        armed = Files.createFile(folder.resolve("armed"));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_step_is_a_method_of_a_port_that_is_watched(Step step) {
        List<Method> named = watchedPorts()
                .flatMap(port -> Stream.of(port.getMethods()).filter(method -> step.is(port, method.getName())))
                .toList();

        assertThat(named).hasSize(1);
    }

    @Test
    void before_a_push_nothing_has_been_pushed() {
        watchedQueue("before-push").push(List.of(MESSAGE), ROOM);

        assertThat(ends).containsExactly(0L);
    }

    @Test
    void after_a_push_everything_has_though_it_answers_with_what_found_no_room() {
        List<TaskMessage> refused = watchedQueue("after-push").push(List.of(MESSAGE), ROOM);

        assertThat(refused).isEmpty();
        assertThat(ends).containsExactly(1L);
    }

    @Test
    void a_take_that_found_nothing_is_not_passed_and_one_that_found_something_is() {
        TaskQueue queue = watchedQueue("after-take");

        queue.take(OWNER, ROOM, Duration.ZERO);
        assertThat(ends).isEmpty();

        real.queue().push(List.of(MESSAGE), ROOM);
        queue.take(OWNER, ROOM, Duration.ZERO);
        assertThat(ends).containsExactly(0L);
    }

    @Test
    void the_end_comes_after_an_acknowledgement_and_after_no_other_call() {
        TaskQueue queue = watchedQueue("after-acknowledge");

        queue.push(List.of(MESSAGE), ROOM);
        queue.acknowledge(
                OWNER, List.of(queue.take(OWNER, ROOM, Duration.ZERO).get(0).receipt()));

        assertThat(ends).hasSize(1);
        assertThat(real.recovery().inFlight(OWNER)).isEmpty();
    }

    @Test
    void the_filter_s_claim_is_not_mistaken_for_the_ledger_s() {
        List<FiringId> firings = List.of(FIRING);

        watchedLock("after-claim").claim(firings, OWNER, Duration.ofSeconds(1));
        assertThat(ends).isEmpty();

        watchedLock("after-filter").claim(firings, OWNER, Duration.ofSeconds(1));
        assertThat(ends).hasSize(1);
    }

    @Test
    void nothing_happens_until_the_file_is_there() throws IOException {
        TaskQueue queue = watchedQueue("after-push");
        Files.delete(armed);

        queue.push(List.of(MESSAGE), ROOM);

        assertThat(ends).isEmpty();
    }

    @Test
    void a_name_of_another_shape_or_step_is_refused() {
        assertThatThrownBy(() -> point("claim")).hasMessageContaining("'claim'");
        assertThatThrownBy(() -> point("during-claim")).hasMessageContaining("before-<step> or after-<step>");
        assertThatThrownBy(() -> point("after-lunch")).hasMessageContaining("LUNCH");
    }

    @Test
    void a_theft_of_nothing_is_not_passed_and_one_of_something_is() {
        TaskQueue queue = watchedQueue("after-steal");

        queue.steal(NODE, THIEF, ROOM);
        assertThat(ends).isEmpty();

        real.queue().push(List.of(MESSAGE), ROOM);
        queue.steal(NODE, THIEF, ROOM);
        assertThat(ends).containsExactly(0L);
    }

    @Test
    void a_move_that_came_too_late_is_not_passed_and_one_that_moved_is() {
        FailPoint point = point("after-move");

        point.after(TaskLedger.class, "move", List.of(MESSAGE), List.of());
        assertThat(ends).isEmpty();

        point.after(TaskLedger.class, "move", List.of(MESSAGE), List.of("a row"));
        assertThat(ends).hasSize(1);
    }

    @Test
    void a_recovery_is_passed_though_nothing_is_queued_again() {
        point("after-recover").after(LedgerRecovery.class, "recover", List.of(MESSAGE), List.of());

        assertThat(ends).hasSize(1);
    }

    @Test
    void a_sweep_that_entered_nothing_for_any_job_is_not_passed() {
        FailPoint point = point("after-enter");

        point.after(Watermarks.class, "sweep", List.of("a step", "another"), List.of(List.of(), List.of()));
        assertThat(ends).isEmpty();

        point.after(Watermarks.class, "sweep", List.of("a step", "another"), List.of(List.of(), List.of("a row")));
        assertThat(ends).hasSize(1);
    }

    @Test
    void tasks_that_the_file_names_are_waited_for() throws IOException {
        TaskQueue queue = watchedQueue("after-push");
        Files.writeString(armed, "DEMO.other@1\n");
        queue.push(List.of(MESSAGE), ROOM);
        assertThat(ends).isEmpty();

        Files.writeString(armed, "DEMO.other@1\n" + MESSAGE.task() + "\n");
        queue.push(List.of(MESSAGE), ROOM);
        assertThat(ends).hasSize(1);
    }

    /** As {@link FailingPorts} hands them on: those that it watches are proxies. */
    private Stream<Class<?>> watchedPorts() {
        Ports ports = new FailingPorts(point("after-push")).apply(ports());
        return Stream.of(
                        ports.where().registry(),
                        ports.where().queue(),
                        ports.where().queueRecovery(),
                        ports.where().lock(),
                        ports.where().lease(),
                        ports.what().definitions().watermarks(),
                        ports.what().ledger().tasks(),
                        ports.what().ledger().recovery())
                .filter(port -> Proxy.isProxyClass(port.getClass()))
                .map(port -> port.getClass().getInterfaces()[0]);
    }

    private Ports ports() {
        MemorySession session = new MemoryDatabase(Clock.fixed(NOW, ZoneOffset.UTC)).connect();
        return new Ports(
                new Ports.When(untouched(CronParser.class), door -> untouched(Triggers.class), () -> 0.0),
                new Ports.Where(real.registry(), real.queue(), real.recovery(), real.lock(), real.lease()),
                new Ports.What(
                        new Ports.Definitions(session.jobs(), session.watermarks(), session.marks()),
                        new Ports.Ledger(
                                session.ledger(),
                                session.recovery(),
                                session.history(),
                                new MemorySpools().open(() -> true)),
                        session.witness()),
                untouched(TaskInvoker.class));
    }

    private static <T> T untouched(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    throw new IllegalStateException(method + " is called");
                }));
    }

    private TaskQueue watchedQueue(String name) {
        return new FailingPorts(point(name)).watched(TaskQueue.class, real.queue());
    }

    private TaskLock watchedLock(String name) {
        return new FailingPorts(point(name)).watched(TaskLock.class, real.lock());
    }

    private FailPoint point(String name) {
        return FailPoint.parse(name, armed, () -> ends.add(waiting()));
    }

    private long waiting() {
        return real.recovery().states(List.of(NODE)).get(0).depth();
    }
}
