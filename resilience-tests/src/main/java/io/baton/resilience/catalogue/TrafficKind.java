package io.baton.resilience.catalogue;

import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.JobDefinition.Promise;
import io.baton.resilience.checker.JobDefinition.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The kinds of jobs that run while something goes wrong; they fire by cron, at whole seconds, or by hand. */
enum TrafficKind {
    TICK(4, "* * * * * ?", "tick", "", Promise.DEFAULT),
    SURE(2, "* * * * * ?", "work(200)", "delivery: at-least-once", new Promise(true, false, 1, 1)),
    LONG(2, "0/2 * * * * ?", "work(3000)", "", Promise.DEFAULT),
    LONG_SURE(2, "0/2 * * * * ?", "work(3000)", "delivery: at-least-once", new Promise(true, false, 1, 1)),
    QUEUED(1, "* * * * * ?", "work(700)", "overlap: queue", new Promise(false, true, 1, 1)),
    QUEUED_SURE(
            1, "0/2 * * * * ?", "work(1200)", "overlap: queue, delivery: at-least-once", new Promise(true, true, 1, 1)),
    RETRIED(1, "0/2 * * * * ?", "fail", "retry: {attempts: 2, delay: 500ms}", new Promise(false, false, 2, 1)),
    MASTER(1, "* * * * * ?", "tick", "placement: master", Promise.DEFAULT),
    SHARDS(1, "0/3 * * * * ?", "work(100)", "placement: {shards: 3}", new Promise(false, false, 1, 3)),

    /** 120 firings a second that need 60 slots: with the usual ones ten times the usual load, and more than three nodes carry. */
    FLOOD(120, "* * * * * ?", "work(500)", "", Promise.DEFAULT),
    STUBBORN(2, "0/3 * * * * ?", "stubborn(2500)", "overlap: queue, timeout: 1s", new Promise(false, true, 1, 1)),
    HALT(1, TrafficKind.BY_HAND, "halt", "", Promise.DEFAULT),
    HALT_SURE(1, TrafficKind.BY_HAND, "halt", "delivery: at-least-once", new Promise(true, false, 1, 1)),
    BUSY(1, TrafficKind.BY_HAND, "work(15000)", "delivery: at-least-once", new Promise(true, false, 1, 1)),
    /** Changed while it fires: what it is when, the database says. */
    EDITED(3, "* * * * * ?", "tick", "", Promise.DEFAULT);

    /** What every row has. */
    static final Set<TrafficKind> USUAL = EnumSet.range(TICK, SHARDS);

    private static final String BY_HAND = "";
    private static final String TARGET = "io.baton.resilience.traffic.Traffic.";

    private final int jobs;
    private final String cron;
    private final String call;
    private final String fields;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and truth values
    private final Promise promise;

    TrafficKind(int jobs, String cron, String call, String fields, Promise promise) {
        this.jobs = jobs;
        this.cron = cron;
        this.call = call;
        this.fields = fields;
        this.promise = promise;
    }

    List<String> names() {
        return IntStream.range(0, jobs)
                .mapToObj(n -> "T." + name().toLowerCase(java.util.Locale.ROOT) + n)
                .toList();
    }

    /** As lines of a job file. */
    List<String> lines(Instant from, Instant until) {
        return names().stream().map(name -> line(name, cron, from, until)).toList();
    }

    /** One of its jobs with another expression. */
    String line(String name, String otherCron, Instant from, Instant until) {
        String schedule = byHand()
                ? "{manual: true}"
                : "{cron: \"" + otherCron + "\", zone: UTC, from: \"" + from + "\", until: \"" + until + "\"}";
        return "  - {name: " + name + ", target: " + TARGET + call + ", schedule: " + schedule
                + (fields.isEmpty() ? "" : ", " + fields) + "}\n";
    }

    boolean byHand() {
        return cron.equals(BY_HAND);
    }

    Promise promise() {
        return promise;
    }

    /** As the checker knows them: in force from the first instant, gone after the last. */
    List<JobDefinition> definitions(Instant from, Instant until) {
        return names().stream()
                .flatMap(name -> java.util.stream.Stream.of(
                        definition(name, 1, from.toEpochMilli(), State.ENABLED),
                        definition(name, 2, until.toEpochMilli() + 1, State.PAUSED)))
                .toList();
    }

    private JobDefinition definition(String name, long version, long from, State state) {
        return new JobDefinition(name, version, from, state, byHand() ? "manual" : "cron UTC " + cron, promise);
    }
}
