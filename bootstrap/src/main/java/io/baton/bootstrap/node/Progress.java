package io.baton.bootstrap.node;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** When each of a node's loops went round last: what liveness is judged by. */
final class Progress {
    /** 60 s, well above the longest pause of a loop that is judged and the longest wait for a store. */
    private static final Duration STUCK = Duration.ofSeconds(60);

    private final LongSupplier nanos;
    private final Map<String, Long> ticks = new ConcurrentHashMap<>();

    Progress(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void tick(String loop) {
        if (!loop.equals("reconcile")) {
            ticks.put(loop, nanos.getAsLong());
        }
    }

    /** Whether every loop went round lately. */
    boolean lively() {
        long now = nanos.getAsLong();
        return ticks.values().stream().allMatch(tick -> now - tick < STUCK.toNanos());
    }
}
