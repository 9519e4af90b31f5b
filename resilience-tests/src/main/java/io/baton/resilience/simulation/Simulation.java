package io.baton.resilience.simulation;

import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.resilience.checker.Checker;
import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Frame;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.checker.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Runs one plan to its end: until all is done and accounted for, or 90 s after the last fault. */
final class Simulation {
    /** 90 s, as promised. */
    static final long CONVERGED = 90_000;
    /** 3 s: what a calm cluster may be late; the sweep, which would hide a lost firing, comes later than that. */
    private static final long LATE = 3_000;

    private final World world;

    Simulation(World world) {
        this.world = world;
    }

    static Result run(Plan plan, Crew crew) {
        World world = new World(plan, crew, Choices.NONE);
        Surprises.watch(world);
        try {
            world.open();
            return new Simulation(world).toTheEnd();
        } finally {
            world.turns.end();
            Surprises.forget();
        }
    }

    private Result toTheEnd() {
        long calm = world.plan.faultsUntil() + 1_000;
        world.turns.runUntil(calm * 1_000);
        long last = calm + CONVERGED;
        History history = history();
        Verdict verdict = Checker.check(history);
        for (long at = calm + 2_000; at <= last && mayImprove(verdict); at += 2_000) {
            world.turns.runUntil(at * 1_000);
            if (settled() || at + 2_000 > last) {
                history = history();
                verdict = Checker.check(history);
            }
        }
        if (judgeLosses(verdict)) {
            return result(history, verdict);
        }
        History told = history();
        return result(told, Checker.check(told));
    }

    Result result(History history, Verdict verdict) {
        return new Result(
                history,
                verdict,
                world.recorder.struck,
                world.surprises,
                new Result.Trace(
                        world.recorder.traceHash(),
                        world.recorder.calls(),
                        world.turns.handOvers(),
                        world.turns.now() / 1_000));
    }

    /** Where no node and no call was struck, nothing may be taken over: nobody vanished, whatever Redis says. @return whether it is so */
    private boolean judgeLosses(Verdict verdict) {
        boolean spared = world.plan.calls().equals(CallFaults.NONE)
                && world.plan.faults().stream()
                        .noneMatch(f -> f.kind().ofNode() || f.kind() == Fault.Kind.DATABASE_DOWN);
        boolean lost = verdict.counts().of(Kind.RECOVERED) > 0
                || verdict.counts().outcomes().keySet().stream().anyMatch(words -> words.startsWith("LOST"));
        if (spared && lost) {
            world.surprises.add("tasks were taken over, and no node was struck");
        }
        return !(spared && lost);
    }

    boolean settled() {
        return world.recorder.open.isEmpty() && strays().isEmpty();
    }

    /** Whether time may still heal what is wrong: something is on its way, or not swept yet. */
    boolean mayImprove(Verdict verdict) {
        boolean onlyUnswept = !verdict.holds()
                && verdict.violations().stream().allMatch(v -> v.rule().equals("P3-nothing-lost"));
        return onlyUnswept || !settled();
    }

    History history() {
        List<Event> events = new ArrayList<>(world.recorder.events);
        long end = world.nowMillis();
        for (TaskRow row : world.recorder.open.values()) {
            events.add(Event.of(end, Kind.OPEN, row.id().toString()).saying(words(row, end)));
        }
        strays().forEach(name -> events.add(Event.of(end, Kind.STRAY, name).saying("in Redis")));
        world.surprises.forEach(
                words -> events.add(Event.of(end, Kind.SURPRISE, "simulation").saying(words)));
        List<JobDefinition> definitions = new ArrayList<>();
        world.recorder.definitions.values().forEach(definitions::addAll);
        Frame.Bounds bounds = new Frame.Bounds(0, CONVERGED, world.plan.calm() ? LATE : 0, edited(), 1);
        long calmSince = World.BEGIN_MILLIS + world.plan.faultsUntil();
        Frame frame =
                new Frame("seed " + world.plan.seed(), World.BEGIN_MILLIS, end, OptionalLong.of(calmSince), bounds);
        return new History(frame, definitions, events);
    }

    /**
     * Before a change what was due is entered; what becomes due between that and the change can only be lost if a call in
     * between takes seconds, or its node stands still.
     */
    private long edited() {
        CallFaults calls = world.plan.calls();
        boolean slow = calls.slow() + calls.pauses() > 0
                || world.plan.faults().stream().anyMatch(f -> f.kind().name().startsWith("NODE_PAUSED"));
        return slow ? world.plan.nodes().timings().heartbeatTimeout().toMillis() * 4 : 0;
    }

    /**
     * What is left in Redis. A roll-back brings back what nodes that live had acknowledged: that is theirs until they end,
     * and nothing comes of it.
     */
    private List<String> strays() {
        return world.redis.leftOver().stream()
                .filter(name -> !world.needsRedisLog()
                        || world.everybody().stream()
                                .noneMatch(n -> n.alive && name.startsWith("in-flight:" + n.name + " ")))
                .toList();
    }

    private static String words(TaskRow row, long end) {
        long due = row.standing().times().dueAt().toEpochMilli();
        if (row.state() == TaskState.QUEUED && due > end) {
            return "due " + due;
        }
        return row.state() + " " + row.standing().owner().map(Object::toString).orElse("nobody's") + " fence "
                + row.fence() + " sent " + row.standing().times().sentAt();
    }
}
