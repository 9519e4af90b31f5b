package io.baton.resilience.simulation;

import java.util.List;
import java.util.Locale;

/** What can go wrong with one call of a store. */
enum Mischance {
    NONE,
    /** It is not done, and reported as failed. */
    FAILS,
    /** The caller's process ends before it reaches the store; for one that only reads there is no after. */
    KILLED_BEFORE,
    /** The caller's process stands still for one and a half heartbeat timeouts before it reaches the store. */
    PAUSED_BEFORE,
    /** It is done, and reported as failed. */
    SILENT,
    KILLED_AFTER,
    PAUSED_AFTER,
    /** The client does it twice. */
    TWICE;

    private static final List<Mischance> READ = List.of(NONE, FAILS, KILLED_BEFORE, PAUSED_BEFORE);

    /** What a call is. @param repeats whether its client repeats what was not answered */
    record Call(boolean reads, boolean repeats) {
        /** What can go wrong with it, {@link #NONE} first. */
        List<Mischance> possible() {
            List<Mischance> all = List.of(values());
            return reads ? READ : repeats ? all : all.subList(0, all.size() - 1);
        }
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
