package io.baton.web;

import io.baton.application.Hands;
import io.baton.application.NodeTimings;
import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.application.Timer;
import io.baton.application.access.Secrets;
import io.baton.application.core.Core;
import io.baton.application.core.Json;
import io.baton.application.execute.RunListener;
import io.baton.application.node.NodeSpec;
import io.baton.application.office.Office;
import io.baton.contracts.what.PlainPasswords;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.CronParser;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import io.baton.domain.task.TaskId;
import io.baton.memory.ManualTriggers;
import io.baton.memory.MemoryClient;
import io.baton.memory.MemorySession;
import io.baton.memory.MemorySpools;
import io.baton.memory.SettableLoadProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A node of a {@link TestCluster}: the real core, on threads of its own; its loops go round when a test says so. */
final class TestNode implements AutoCloseable {
    static final int QUEUE_CAPACITY = 1_000;
    private static final NodeTimings TIMINGS = new NodeTimings(
            Duration.ofSeconds(60), Duration.ofSeconds(300), Duration.ofSeconds(25), Duration.ofDays(30));

    final Core core;
    final MemoryClient where;
    final MemorySession what;
    final Ports.Office papers;
    private final Surroundings surroundings;
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    TestNode(TestCluster cluster, String id, UnaryOperator<JobRepository> jobs) {
        where = cluster.where.connect();
        what = cluster.what.connect();
        papers = new Ports.Office(
                what.accounts(), what.sessions(), what.apiTokens(), what.audit(), what.runLogs(), what.jobVersions());
        Script script = new Script();
        Incarnation self = new Incarnation(new NodeId(id), "life1");
        Heartbeat.Profile profile = new Heartbeat.Profile(
                Labels.NONE,
                4,
                script.targets().stream().map(TargetEntry::name).collect(Collectors.toSet()),
                "0.1.0",
                "");
        surroundings = new Surroundings(
                cluster.clock,
                cluster.clock::nanos,
                () -> 0.5,
                () -> UUID.randomUUID().toString().replace("-", ""));
        core = new Core(
                ports(script, where, what, jobs),
                new NodeSpec(self, profile, new NodeSpec.Dispatch(0.8, QUEUE_CAPACITY, 2), TIMINGS, ZoneOffset.UTC),
                surroundings,
                new Hands(hands, hands, this::later),
                new Core.Voices(new Silence(), json()));
        if (core.life().join().isPresent()) {
            throw new IllegalStateException("the id is held by another");
        }
        core.life().open();
    }

    private static Ports ports(
            Script script, MemoryClient where, MemorySession what, UnaryOperator<JobRepository> jobs) {
        return new Ports(
                new Ports.When(crons(), ManualTriggers::new, new SettableLoadProbe()),
                new Ports.Where(where.registry(), where.queue(), where.recovery(), where.lock(), where.lease()),
                new Ports.What(
                        new Ports.Definitions(jobs.apply(what.jobs()), what.watermarks(), what.marks()),
                        new Ports.Ledger(
                                what.ledger(), what.recovery(), what.history(), new MemorySpools().open(() -> true)),
                        what.witness()),
                script);
    }

    /** Every expression is due each minute but {@code nonsense}: what cron means is another's matter. */
    private static CronParser crons() {
        return (expression, zone) -> {
            if (expression.equals("nonsense")) {
                throw new IllegalArgumentException("'nonsense' is no cron expression");
            }
            return after -> Optional.of(Instant.ofEpochSecond((after.getEpochSecond() / 60 + 1) * 60));
        };
    }

    private static Json json() {
        return new Json(
                tree -> new JsonText(JsonTree.text(tree)),
                text -> JsonTree.object(text.text()),
                text -> JsonTree.object(text.text()));
    }

    private Timer.Pending later(Duration delay, Runnable task) {
        Future<?> future = timer.schedule(() -> hands.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    /** What its HTTP calls. @param token an admin token of the node's own settings */
    Office office(Optional<String> token) {
        Secrets secrets = new Secrets(() -> UUID.randomUUID().toString() + UUID.randomUUID());
        return Office.of(
                core.desk(),
                papers,
                surroundings,
                new Office.Supplies(new PlainPasswords(), secrets, token, JsonTree::text));
    }

    /** One round of a loop. */
    void cycle(String name) {
        core.life().cycles(rival -> {}).stream()
                .filter(cycle -> cycle.name().equals(name))
                .forEach(cycle -> cycle.step().run());
    }

    /** Takes what is queued for it. */
    void take() {
        try {
            core.life().intake();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        core.life().interruptAll();
        timer.shutdownNow();
        hands.shutdown();
    }

    private static final class Silence implements RunListener {
        @Override
        public void line(TaskId task, int attempt, String line) {}

        @Override
        public void progress(TaskId task, int percent, String message) {}
    }
}
