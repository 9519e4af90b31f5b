package io.baton.resilience.catalogue;

import java.time.Duration;

/** How a node goes. */
enum Death {
    /**
     * Its process ends, and with it its connections. P7 gives its queued tasks 5 s and its running ones 8 s, at all timings: what
     * others wait for, 2 s and 4 s after they have looked, is not a setting.
     */
    KILLED,
    /** It says nothing more to either store. It may come back. */
    SILENT;

    /** By when others have what it held. */
    Duration allowed(String state, Timings timings) {
        return switch (this) {
            case KILLED -> Duration.ofSeconds(state.equals("QUEUED") ? 5 : 8);
            case SILENT -> timings.silence();
        };
    }
}
