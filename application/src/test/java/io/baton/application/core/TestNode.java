package io.baton.application.core;

import io.baton.application.Hands;
import io.baton.application.NodeTimings;
import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.application.execute.RunListener;
import io.baton.application.jobs.JobReconciler;
import io.baton.application.node.NodeSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.job.Misfire;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.task.TaskId;
import io.baton.memory.ManualTriggers;
import io.baton.memory.MemoryClient;
import io.baton.memory.MemorySession;
import io.baton.memory.SettableLoadProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A node of a {@link World}: the real core over stores in memory. */
final class TestNode {
    static final NodeTimings TIMINGS =
            new NodeTimings(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(25), Duration.ofDays(30));

    final World world;
    final Pile steps;
    final Pile workers;
    final SettableLoadProbe probe = new SettableLoadProbe();
    final List<String> said = new ArrayList<>();

    /** What was out of order. */
    final List<String> found = new ArrayList<>();

    final MemoryClient where;
    final MemorySession what;
    final Core core;
    private final List<ManualTriggers> triggers = new ArrayList<>();
    boolean alive = true;

    TestNode(World world, String id, int slots, TaskInvoker invoker) {
        this(world, id, slots, invoker, Labels.NONE);
    }

    TestNode(World world, String id, int slots, TaskInvoker invoker, Labels labels) {
        this.world = world;
        this.steps = new Pile(world.clock);
        this.workers = new Pile(world.clock);
        this.where = world.cluster.connect();
        this.what = world.database.connect();
        Incarnation self = new Incarnation(new NodeId(id), "life" + world.lives++);
        Set<String> targets =
                invoker.targets().stream().map(TaskInvoker.TargetEntry::name).collect(Collectors.toSet());
        Heartbeat.Profile profile = new Heartbeat.Profile(labels, slots, targets, "test", "");
        Surroundings surroundings =
                new Surroundings(world.clocks.apply(world.clock), world::nanos, () -> 0.5, () -> "id" + world.lives++);
        this.core = new Core(
                ports(invoker),
                new NodeSpec(
                        self,
                        profile,
                        new NodeSpec.Dispatch(0.8, world.queueCapacity, world.firingNodes),
                        TIMINGS,
                        ZoneOffset.UTC),
                surroundings,
                new Hands(steps, workers, steps),
                new Core.Voices(
                        listener(),
                        new Json(t -> new JsonText(t.toString()), t -> t.text(), t -> Map.of()),
                        findings()));
    }

    private Ports ports(TaskInvoker invoker) {
        return new Ports(
                new Ports.When(world.crons, this::triggers, probe),
                new Ports.Where(
                        world.registries.apply(where.registry()),
                        world.queues.apply(where.queue()),
                        world.recoveries.apply(where.recovery()),
                        world.filters.apply(where.lock()),
                        world.leases.apply(where.lease())),
                new Ports.What(
                        new Ports.Definitions(
                                world.jobs.apply(what.jobs()), world.watermarks.apply(what.watermarks()), what.marks()),
                        new Ports.Ledger(
                                world.ledger.apply(what.ledger()),
                                what.recovery(),
                                what.history(),
                                world.spools.open(() -> alive)),
                        world.witnesses.apply(what.witness())),
                invoker);
    }

    private ManualTriggers triggers(io.baton.domain.port.Triggers.FiringDoor door) {
        ManualTriggers made = new ManualTriggers(door);
        triggers.add(made);
        return made;
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void line(TaskId task, int attempt, String line) {
                said.add(task + " " + attempt + " " + line);
            }

            @Override
            public void progress(TaskId task, int percent, String message) {
                said.add(task + " " + percent + "% " + message);
            }
        };
    }

    private NodeListener findings() {
        return new NodeListener() {
            @Override
            public void misfired(Misfire policy, int dueTimes) {
                found.add(dueTimes + " " + policy);
            }

            @Override
            public void reconciled(JobReconciler.Report drift, Duration took) {
                found.add("created " + drift.created() + " removed " + drift.removed());
            }
        };
    }

    Incarnation self() {
        return core.spec.self();
    }

    TestNode joined() {
        if (core.life().join().isPresent()) {
            throw new IllegalStateException("the id is held by another");
        }
        core.life().open();
        return this;
    }

    void beat() {
        cycle("heartbeat");
    }

    void sweep() {
        cycle("sweep");
        steps.doAll();
    }

    void cycle(String name) {
        core.life().cycles(rival -> {}).stream()
                .filter(c -> c.name().equals(name))
                .forEach(c -> c.step().run());
    }

    /** Fires what is due, and does the batches that follow. @return how many firings */
    int fire() {
        int fired = triggers.get(0).advanceTo(world.clock.instant());
        steps.doAll();
        return fired;
    }

    /** Takes messages while there are some and slots are free, and starts their tasks. */
    void take() {
        while (queued() > 0 && core.middle.slots().free() > 0 && core.life().mayTake()) {
            intake();
            steps.doAll();
        }
    }

    /** One step: takes what waits, or waits. */
    void intake() {
        try {
            core.life().intake();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long queued() {
        return where.recovery().states(List.of(self().node())).get(0).depth();
    }

    /** Runs the methods of all started tasks to their end and records that. */
    void work() {
        while (workers.doAll() + steps.doAll() > 0) {
            take();
        }
    }

    /** The process is gone: its connections close, it does nothing more. */
    void crash() {
        alive = false;
        where.link().cut();
        what.link().cut();
    }

    Instant now() {
        return world.clock.instant();
    }
}
