package io.baton.resilience.catalogue;

import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.JobDefinition.Promise;
import io.baton.resilience.checker.JobDefinition.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The kinds of jobs that run while something goes wrong; see {@link When}. */
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
    /** Writes to a record of its job, each firing with a higher fence. */
    GUARDED(1, "* * * * * ?", "guardedByJob(700)", "overlap: queue", new Promise(false, true, 1, 1)),
    /** Writes to a record of its task, each attempt with a higher fence. */
    GUARDED_SURE(1, "0/2 * * * * ?", "guardedByTask(2500)", "delivery: at-least-once", new Promise(true, false, 1, 1)),
    /** A task on each node. */
    BROADCAST(1, "0/3 * * * * ?", "work(100)", "placement: broadcast", new Promise(false, false, 1, Stage.NODES)),
    SKIPPING(1, "* * * * * ?", "work(1500)", "overlap: skip", new Promise(false, true, 1, 1)),
    REPLACING(1, "0/2 * * * * ?", "work(2500)", "overlap: replace", new Promise(false, true, 1, 1)),
    EVERY(1, new When.Every(Duration.ofMillis(900)), "tick", "", Promise.DEFAULT),
    ONCE(1, new When.Once(Duration.ofSeconds(9)), "work(200)", "", Promise.DEFAULT),
    ONCE_SURE(
            1,
            new When.Once(Duration.ofSeconds(7)),
            "work(3000)",
            "delivery: at-least-once",
            new Promise(true, false, 1, 1)),
    /** Asked for by the API, as {@link Stage} does all the time. */
    MANUAL(1, new When.ByHand(), "work(200)", "", Promise.DEFAULT),

    /** 120 firings a second that need 60 slots: with the usual ones ten times the usual load, and more than three nodes carry. */
    FLOOD(120, "* * * * * ?", "work(500)", "", Promise.DEFAULT),
    STUBBORN(2, "0/3 * * * * ?", "stubborn(2500)", "overlap: queue, timeout: 1s", new Promise(false, true, 1, 1)),
    HALT(1, new When.ByHand(), "halt", "", Promise.DEFAULT),
    HALT_SURE(1, new When.ByHand(), "halt", "delivery: at-least-once", new Promise(true, false, 1, 1)),
    LEGACY(1, new When.ByHand(), "work(1500)", "", Promise.DEFAULT),
    /** Long enough for many to wait before all are asked for, however slow the machine. */
    SLOW(1, new When.ByHand(), "work(4000)", "", Promise.DEFAULT),
    CROWD(1, new When.ByHand(), "work(8000)", "", Promise.DEFAULT),
    BUSY(1, new When.ByHand(), "work(15000)", "delivery: at-least-once", new Promise(true, false, 1, 1)),
    /** Changed while it fires: what it is when, the database says. */
    EDITED(3, "* * * * * ?", "tick", "", Promise.DEFAULT),
    /** One of each {@link NightJob}. */
    NIGHT(NightJob.schedules(), "work(1000)", "", Promise.DEFAULT),
    NIGHT_SURE(NightJob.schedules(), "work(1000)", "delivery: at-least-once", new Promise(true, false, 1, 1));

    /** What every row has. */
    static final Set<TrafficKind> USUAL = EnumSet.range(TICK, MANUAL);

    private static final String TARGET = "io.baton.resilience.traffic.Traffic.";

    /** Of each job. */
    @SuppressWarnings("ImmutableEnumChecker") // a list that does not change, of records of texts and durations
    private final List<When> whens;

    private final String call;
    private final String fields;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and truth values
    private final Promise promise;

    TrafficKind(int jobs, String cron, String call, String fields, Promise promise) {
        this(jobs, new When.Cron(cron), call, fields, promise);
    }

    TrafficKind(int jobs, When when, String call, String fields, Promise promise) {
        this(Collections.nCopies(jobs, when), call, fields, promise);
    }

    TrafficKind(List<When> whens, String call, String fields, Promise promise) {
        this.whens = List.copyOf(whens);
        this.call = call;
        this.fields = fields;
        this.promise = promise;
    }

    List<String> names() {
        return IntStream.range(0, whens.size()).mapToObj(this::name).toList();
    }

    private String name(int number) {
        return "T." + name().toLowerCase(java.util.Locale.ROOT) + number;
    }

    /** As lines of a job file. */
    List<String> lines(Instant from, Instant until) {
        return IntStream.range(0, whens.size())
                .mapToObj(n -> line(name(n), whens.get(n), from, until))
                .toList();
    }

    /** One of its jobs with another schedule. */
    String line(String name, When other, Instant from, Instant until) {
        return "  - {name: " + name + ", target: " + TARGET + call + ", schedule: " + other.written(from, until)
                + (fields.isEmpty() ? "" : ", " + fields) + "}\n";
    }

    /** Whether its jobs are due until the traffic ends. */
    boolean lasts() {
        return whens.stream().allMatch(When::lasts);
    }

    /** Whether its jobs need nodes that know the zones of nights. */
    boolean inNight() {
        return whens.stream().anyMatch(When.InNight.class::isInstance);
    }

    Promise promise() {
        return promise;
    }

    /** As the checker knows them: in force from the first instant, gone after the last. */
    List<JobDefinition> definitions(Instant from, Instant until) {
        return IntStream.range(0, whens.size())
                .boxed()
                .flatMap(n -> Stream.of(
                        new JobDefinition(
                                name(n),
                                1,
                                from.toEpochMilli(),
                                State.ENABLED,
                                whens.get(n).checked(from),
                                promise),
                        new JobDefinition(name(n), 2, until.toEpochMilli() + 1, State.PAUSED, "manual", promise)))
                .toList();
    }
}
