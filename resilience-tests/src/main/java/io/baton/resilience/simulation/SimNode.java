package io.baton.resilience.simulation;

import io.baton.application.Hands;
import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.application.Timer;
import io.baton.application.core.Core;
import io.baton.application.core.Json;
import io.baton.application.core.Life;
import io.baton.application.execute.RunListener;
import io.baton.application.node.NodeSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.Marks;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.port.Triggers.FiringDoor;
import io.baton.domain.port.Watermarks;
import io.baton.domain.task.TaskId;
import io.baton.quartz.QuartzCronParser;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One life of a node: the real core, driven as the node's threads drive it, on virtual time. */
final class SimNode {
    private static final QuartzCronParser CRONS = new QuartzCronParser();

    final World world;
    final int index;
    final String name;
    final Incarnation self;
    final WorldClock clock;
    final Chance chance;
    final Core core;
    final Vigil vigil;
    private final List<SimTriggers> triggers = new ArrayList<>();
    boolean alive = true;
    boolean working;
    boolean cutFromRedis;
    boolean cutFromDatabase;
    long clockOff;
    private long pausedUntil;
    private int ids;

    SimNode(World world, int index, int life) {
        this.world = world;
        this.index = index;
        this.self = new Incarnation(new NodeId("n" + index), "life" + life);
        this.name = self.toString();
        this.chance = world.chance.split(100 + life);
        this.clockOff = world.plan.nodes().skew().get(index);
        this.clock = new WorldClock(world, () -> clockOff);
        this.vigil = new Vigil(world, this);
        world.redis.connect(this);
        world.database.connect(this);
        Heartbeat.Profile profile =
                new Heartbeat.Profile(Labels.NONE, world.plan.nodes().slots(), Set.of("bean.run"), "simulated", "");
        this.core = new Core(
                ports(new Wire(world, this, chance)),
                new NodeSpec(
                        self,
                        profile,
                        new NodeSpec.Dispatch(0.8, 1_000, world.plan.firingNodes()),
                        world.plan.nodes().timings(),
                        ZoneOffset.UTC),
                new Surroundings(clock, () -> world.turns.now() * 1_000, chance::share, () -> "i" + life + "x" + ++ids),
                new Hands(this::soon, this::soon, timer(), () -> new TurnLock(world.turns, this::settle)),
                new Core.Voices(
                        new Silent(), new Json(t -> new JsonText(t.toString()), JsonText::text, t -> Map.of())));
    }

    private Ports ports(Wire wire) {
        Redis redis = world.redis;
        Database database = world.database;
        return new Ports(
                new Ports.When(CRONS, this::triggers, () -> 0.0),
                new Ports.Where(
                        wire.port(NodeRegistry.class, redis),
                        wire.port(TaskQueue.class, redis),
                        wire.port(QueueRecovery.class, redis),
                        wire.port(TaskLock.class, redis),
                        wire.port(MasterLease.class, redis)),
                new Ports.What(
                        new Ports.Definitions(
                                wire.port(JobRepository.class, database),
                                wire.port(Watermarks.class, database),
                                wire.port(Marks.class, database)),
                        new Ports.Ledger(
                                wire.port(TaskLedger.class, database),
                                wire.port(LedgerRecovery.class, database),
                                wire.port(TaskHistory.class, database),
                                world.spool(index).open(() -> alive)),
                        wire.port(NodeWitness.class, database)),
                new SimTasks(world, this, chance.split(9)));
    }

    private SimTriggers triggers(FiringDoor door) {
        SimTriggers made = new SimTriggers(this, door);
        triggers.add(made);
        return made;
    }

    /** Runs in an activity of its own, unless the process is gone by then; a paused one does it when it wakes. */
    Turns.Event spawn(long micros, Runnable work) {
        return world.turns.spawn(micros, () -> {
            settle();
            work.run();
        });
    }

    private void soon(Runnable work) {
        if (alive) {
            spawn(chance.between(0, 150), work);
        }
    }

    private Timer timer() {
        return (delay, task) -> {
            Turns.Event event = spawn(delay.toNanos() / 1_000, task);
            return event::cancel;
        };
    }

    /** Lets the node's pauses pass. A crashed process goes no further. */
    void settle() {
        while (alive && world.turns.now() < pausedUntil) {
            world.turns.pass(pausedUntil - world.turns.now());
        }
        if (!alive) {
            throw new Gone();
        }
    }

    /** What this life remembers and in which state it is. */
    long state(StateHash hash) {
        long state = StateHash.mix(hash.of(core), Math.max(pausedUntil, world.turns.now()));
        for (SimTriggers one : triggers) {
            state = StateHash.mix(state, hash.of(one.armed()));
        }
        return StateHash.mix(
                state, (working ? 1 : 0) + (cutFromRedis ? 2 : 0) + (cutFromDatabase ? 4 : 0) + clockOff * 8);
    }

    /** Whether it stands still now. */
    boolean paused() {
        return world.turns.now() < pausedUntil;
    }

    void pause(long millis) {
        pausedUntil = Math.max(pausedUntil, world.turns.now() + millis * 1_000);
    }

    void stepClock(long millis) {
        clockOff += millis;
        triggers.forEach(SimTriggers::look);
    }

    /** Joins, as the bootstrap does, and sets the cycles going. A process that cannot start ends, and is started again. */
    void begin() {
        Life life = core.life();
        try {
            while (life.join().isPresent()) {
                world.turns.pass(300_000);
                settle();
            }
            life.open();
        } catch (StoreException e) {
            world.nemesis.end(this, 1_000);
            return;
        }
        working = true;
        List<Life.Cycle> cycles = life.cycles(rival -> spawn(0, () -> world.nemesis.stop(this, 1_000)));
        for (int n = 0; n < cycles.size(); n++) {
            Life.Cycle cycle = cycles.get(n);
            long apart = world.choices.asked() ? n * 40_000L : 0;
            spawn(apart + chance.between(0, cycle.pause().toMillis() * 1_000), () -> repeat(cycle));
        }
        spawn(0, () -> take(life));
    }

    private void repeat(Life.Cycle cycle) {
        spawn(cycle.pause().toMillis() * 1_000, () -> {
            try {
                cycle.step().run();
            } catch (RuntimeException e) {
                world.surprised(e);
            }
            repeat(cycle);
        });
    }

    private void take(Life life) {
        while (alive) {
            Hand.beginAnew();
            boolean took;
            try {
                took = life.intake();
            } catch (InterruptedException | RuntimeException e) {
                world.surprised(e);
                took = false;
            }
            if (!took) {
                world.turns.pass(life.mayTake() ? 1_000 : 200_000);
                settle();
            }
        }
    }

    /** Says nothing. */
    private static final class Silent implements RunListener {
        @Override
        public void line(TaskId task, int attempt, String line) {}

        @Override
        public void progress(TaskId task, int percent, String message) {}
    }
}
