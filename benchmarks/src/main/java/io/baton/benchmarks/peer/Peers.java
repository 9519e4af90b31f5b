package io.baton.benchmarks.peer;

import io.baton.benchmarks.contender.Contender.Limits;

/** The peers by name. */
public enum Peers {
    QUARTZ(
            "quartz",
            "JobStoreTX, clustered, batchTriggerAcquisitionMaxCount=50, acquireTriggersWithinLock, 16 threads"),
    DB_SCHEDULER_FETCH("db-scheduler-fetch", "fetch (its default), poll 100 ms, 16 threads"),
    DB_SCHEDULER_LOCK("db-scheduler-lock", "lock-and-fetch 1.0/4.0 by its MySQL 8 dialect, poll 100 ms, 16 threads"),
    JOBRUNR("jobrunr", "SQL storage, poll 5 s (its smallest), 16 workers");

    private final String text;
    private final String settings;

    Peers(String text, String settings) {
        this.text = text;
        this.settings = settings;
    }

    public Peer make() {
        return switch (this) {
            case QUARTZ -> new QuartzPeer();
            case DB_SCHEDULER_FETCH -> new DbSchedulerPeer(false);
            case DB_SCHEDULER_LOCK -> new DbSchedulerPeer(true);
            case JOBRUNR -> new JobRunrPeer();
        };
    }

    public String text() {
        return text;
    }

    public String settings() {
        return "-Xmx1g, " + settings;
    }

    /** JobRunr refuses a period of one second. */
    public Limits limits() {
        return switch (this) {
            case QUARTZ -> new Limits(10_000, 200);
            case DB_SCHEDULER_FETCH -> new Limits(100_000, 2_000);
            case DB_SCHEDULER_LOCK -> new Limits(100_000, 3_000);
            case JOBRUNR -> new Limits(10_000, 0);
        };
    }

    /** With which settings its take-over is measured, beside 40 threads a worker; empty = not at all. */
    public String takeOver() {
        return switch (this) {
            case QUARTZ -> "default check-in of 7.5 s, requestRecovery";
            case DB_SCHEDULER_FETCH -> "heartbeat 10 s, 4 missed (its least)";
            case DB_SCHEDULER_LOCK -> "";
            case JOBRUNR -> "poll 5 s (its least)";
        };
    }

    /** What was seen of its take-over on 2026-11-22, on two processors that had other work beside it. */
    public String known() {
        return switch (this) {
            case QUARTZ -> "by default 9.7 s on 2026-11-22";
            case DB_SCHEDULER_FETCH ->
                "with its default heartbeat of 5 min not within 6 min on 2026-11-22, so not played; with the least 37.6 s";
            case DB_SCHEDULER_LOCK -> "left out: its heartbeats are those of db-scheduler-fetch";
            case JOBRUNR -> "with its default poll of 15 s 117 s on 2026-11-22, so not played; with the least 27.1 s";
        };
    }
}
