package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A history told line by line: a job that is due every 10 s from 10 on, in seconds from 0 to 200. */
final class Told {
    static final String TASK = "G.a@10000";
    static final String NEXT = "G.a@20000";

    private final List<JobDefinition> jobs = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private OptionalLong lastFault = OptionalLong.empty();
    private Frame.Bounds bounds = new Frame.Bounds(185_000, 90_000, 0, 0, 1);
    private int now;

    static Told ofJob(boolean atLeastOnce, boolean exclusive, int attempts) {
        return new Told().job("G.a", 1, 0, new JobDefinition.Promise(atLeastOnce, exclusive, attempts, 1));
    }

    static Told plain() {
        return ofJob(false, false, 1);
    }

    Told job(String key, long version, long from, JobDefinition.Promise promise) {
        jobs.add(new JobDefinition(key, version, from, JobDefinition.State.ENABLED, "every 10000 0", promise));
        return this;
    }

    Told gone(String key, long version, long from) {
        jobs.add(new JobDefinition(
                key, version, from, JobDefinition.State.DELETED, "manual", JobDefinition.Promise.DEFAULT));
        return this;
    }

    /** How old a due time must be to be demanded; by default only the one at 10 s is. */
    Told bounds(long accounted, long late) {
        bounds = new Frame.Bounds(accounted, 90_000, late, 0, 1);
        return this;
    }

    /** How long a change may take until others see it. */
    Told committed(long millis) {
        bounds = new Frame.Bounds(bounds.accounted(), 90_000, bounds.late(), 0, millis);
        return this;
    }

    Told at(int millis) {
        now = millis;
        return this;
    }

    Told did(Kind kind, String task) {
        events.add(Event.of(now, kind, task).on("n1").run(1, 1));
        return this;
    }

    Told did(Kind kind, String task, long fence, int attempt) {
        events.add(Event.of(now, kind, task).on("n1").run(fence, attempt));
        return this;
    }

    Told did(Kind kind, String task, long fence, int attempt, String detail) {
        events.add(Event.of(now, kind, task).on("n1").run(fence, attempt).saying(detail));
        return this;
    }

    /** The whole course of a task's one attempt. */
    Told ran(String task, int from, int until, long fence) {
        return at(from).did(Kind.CLAIMED, task)
                .did(Kind.STARTED, task, fence, 1)
                .did(Kind.BEGUN, task, fence, 1)
                .at(until)
                .did(Kind.RETURNED, task, fence, 1)
                .did(Kind.FINISHED, task, fence, 1, "SUCCEEDED");
    }

    /** An incarnation of a node that dies now holds the task. */
    Told held(String task, String how) {
        events.add(Event.of(now, Kind.HELD, task).on("n1/7").saying(how));
        return this;
    }

    /** It holds it no more. */
    Told released(String task) {
        events.add(Event.of(now, Kind.RELEASED, task).on("n1/7"));
        return this;
    }

    Told fault(int millis) {
        lastFault = OptionalLong.of(millis);
        return at(millis).did(Kind.FAULT, "redis-wiped");
    }

    History history() {
        return new History(new Frame("told", 0, 200_000, lastFault, bounds), jobs, events);
    }

    /** The rules that are broken. */
    List<String> broken() {
        return List.copyOf(Checker.check(history()).byRule().keySet());
    }
}
