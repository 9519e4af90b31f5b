package io.baton.benchmarks.peer;

/** The peers by name. */
public enum Peers {
    QUARTZ(
            "quartz",
            "JobStoreTX, clustered, batchTriggerAcquisitionMaxCount=50, acquireTriggersWithinLock, 16 threads",
            true) {
        @Override
        public Peer make() {
            return new QuartzPeer();
        }
    },
    DB_SCHEDULER_FETCH("db-scheduler-fetch", "fetch (its default), poll 100 ms, 16 threads", true) {
        @Override
        public Peer make() {
            return new DbSchedulerPeer(false);
        }
    },
    DB_SCHEDULER_LOCK(
            "db-scheduler-lock", "lock-and-fetch 1.0/4.0 by its MySQL 8 dialect, poll 100 ms, 16 threads", true) {
        @Override
        public Peer make() {
            return new DbSchedulerPeer(true);
        }
    },
    JOBRUNR("jobrunr", "SQL storage, poll 5 s (its smallest), 16 workers", false) {
        @Override
        public Peer make() {
            return new JobRunrPeer();
        }
    };

    private final String text;
    private final String settings;
    private final boolean everySecond;

    Peers(String text, String settings, boolean everySecond) {
        this.text = text;
        this.settings = settings;
        this.everySecond = everySecond;
    }

    public abstract Peer make();

    public String text() {
        return text;
    }

    public String settings() {
        return "-Xmx1g, " + settings;
    }

    /** Whether it runs jobs every second. */
    public boolean everySecond() {
        return everySecond;
    }
}
