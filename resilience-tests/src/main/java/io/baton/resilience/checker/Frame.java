package io.baton.resilience.checker;

import java.util.OptionalLong;

/**
 * What a history is about.
 *
 * @param name seed or scene
 * @param begin UTC millis of the first moment
 * @param end UTC millis of the last moment
 * @param lastFault UTC millis at which the last fault was over; empty = there was none
 * @param bounds what is asked of it
 */
public record Frame(String name, long begin, long end, OptionalLong lastFault, Bounds bounds) {

    /**
     * @param accounted ms; a due time that is older than this at the end must be accounted for
     * @param converged ms; so long after the last fault nothing may be unfinished
     * @param late ms; the most that a start may be late; 0 = not asked, as there were faults
     * @param edited ms; a due time so shortly before its job was edited, paused or deleted is not demanded
     * @param committed ms; a change is of the moment at which it was begun, and others see it so much later at most
     */
    public record Bounds(long accounted, long converged, long late, long edited, long committed) {
        /** 90 s to converge, as the README promises at default timings; lateness not asked. */
        public static final Bounds DEFAULT = new Bounds(90_000, 90_000, 0, 0, 1);
    }

    /** When convergence may be asked for. */
    long calmSince() {
        return lastFault.orElse(begin);
    }
}
