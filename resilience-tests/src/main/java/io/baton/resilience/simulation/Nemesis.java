package io.baton.resilience.simulation;

import io.baton.application.core.Life;
import io.baton.resilience.checker.Kind;
import java.util.function.Consumer;

/** Does the faults of a plan, at their times, and undoes them. */
final class Nemesis {
    private final World world;
    private final Chance chance;

    Nemesis(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    void open() {
        for (Fault fault : world.plan.faults()) {
            world.turns.spawn(fault.at() * 1_000, () -> strike(fault));
        }
    }

    private void strike(Fault fault) {
        String where = fault.kind().ofNode() ? "n" + fault.node() : "";
        world.recorder.tell(Kind.FAULT, fault.kind().words(), where, fault.lasts() + " ms, size " + fault.size());
        switch (fault.kind()) {
            case NODE_KILLED -> ofNode(fault, n -> kill(n, fault.lasts()));
            case NODE_PAUSED -> ofNode(fault, n -> n.pause(fault.lasts()));
            case NODE_PAUSED_AND_DROPPED ->
                ofNode(fault, n -> {
                    n.pause(fault.lasts());
                    world.redis.drop(n);
                    world.database.drop(n);
                });
            case NODE_RESTARTED -> ofNode(fault, n -> n.spawn(0, () -> stop(n, fault.lasts())));
            case NODE_CLOCK_STEPPED -> ofNode(fault, n -> n.stepClock(fault.size()));
            case NODE_CUT_FROM_REDIS -> ofNode(fault, n -> cutOff(n, fault, true, false));
            case NODE_CUT_FROM_DATABASE -> ofNode(fault, n -> cutOff(n, fault, false, true));
            case NODE_CUT_FROM_BOTH -> ofNode(fault, n -> cutOff(n, fault, true, true));
            case NODE_DRAINED -> world.operator.drain(fault);
            case JOB_PAUSED, JOB_EDITED, JOB_DELETED, TASK_CANCELLED -> world.operator.meddle(fault);
            default -> strikeStore(fault);
        }
        if (fault.kind() == Fault.Kind.NODE_CLOCK_STEPPED) {
            after(fault, () -> ofNode(fault, n -> n.stepClock(-fault.size())));
        }
    }

    private void strikeStore(Fault fault) {
        switch (fault.kind()) {
            case REDIS_WIPED -> world.redis.wipe();
            case REDIS_ROLLED_BACK -> world.redis.rollBack(fault.size());
            case REDIS_SPLIT -> {
                world.redis.split(fault.size());
                after(fault, world.redis::heal);
            }
            case REDIS_FULL -> {
                world.redis.full(true);
                after(fault, () -> world.redis.full(false));
            }
            case REDIS_DOWN -> {
                world.redis.down(true);
                after(fault, () -> world.redis.down(false));
            }
            case REDIS_CLOCK_STEPPED -> world.redis.stepClock(fault.size());
            case DATABASE_DOWN -> {
                world.database.down(true);
                after(fault, () -> world.database.down(false));
            }
            default -> throw new IllegalStateException(fault.kind() + " is not of a store");
        }
    }

    private void after(Fault fault, Runnable heals) {
        world.turns.spawn(fault.lasts() * 1_000, () -> {
            world.recorder.tell(Kind.HEALED, fault.kind().words(), "", "");
            heals.run();
        });
    }

    private void ofNode(Fault fault, Consumer<SimNode> what) {
        world.node(fault.node()).ifPresent(what);
    }

    /** Half of the time what lies between ends the connections, half of the time they hang. */
    private void cutOff(SimNode node, Fault fault, boolean redis, boolean database) {
        boolean ended = chance.of(0.5);
        node.cutFromRedis |= redis;
        node.cutFromDatabase |= database;
        if (ended && redis) {
            world.redis.cut(node);
        }
        if (ended && database) {
            world.database.cut(node);
        }
        after(fault, () -> {
            node.cutFromRedis &= !redis;
            node.cutFromDatabase &= !database;
            if (node.alive) {
                world.redis.restore(node);
                world.database.restore(node);
            }
        });
    }

    /** The process is gone at once; another begins under its name. */
    void kill(SimNode node, long backAfter) {
        if (node.alive) {
            world.recorder.tell(Kind.NOTE, "killed", node.name, "");
            end(node, backAfter);
        }
    }

    /** The process ends; its connections close with it. */
    void end(SimNode node, long backAfter) {
        if (!node.alive) {
            return;
        }
        node.alive = false;
        node.working = false;
        world.redis.cut(node);
        world.database.cut(node);
        world.start(node.index, backAfter);
    }

    /** The process is told to stop, as by SIGTERM; called on the node. */
    void stop(SimNode node, long backAfter) {
        Life life = node.core.life();
        node.working = false;
        try {
            leave(node, life);
        } catch (RuntimeException e) {
            world.surprised(e);
        }
        world.recorder.tell(Kind.NOTE, "stopped", node.name, "");
        end(node, backAfter);
    }

    private void leave(SimNode node, Life life) {
        life.drain();
        waitIdle(node, life, world.plan.nodes().timings().drainTimeout().toMillis());
        if (!life.idle()) {
            life.interruptAll();
            waitIdle(node, life, 2_000);
        }
        life.leave();
    }

    private void waitIdle(SimNode node, Life life, long millis) {
        long until = world.turns.now() + millis * 1_000;
        while (!life.idle() && world.turns.now() < until) {
            world.turns.pass(50_000);
            node.settle();
        }
    }
}
