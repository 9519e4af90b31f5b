package io.baton.resilience.catalogue;

import java.time.Duration;
import java.util.List;

/** How fast nodes of a stage notice a silent one, and what is promised for it. */
enum Timings {
    /** Heartbeat 5 s, dead at 30 s. */
    DEFAULT(List.of(), Duration.ofSeconds(90), Duration.ofSeconds(45)),
    /**
     * A fifth of that, and of the promises what hangs on it. The rest is no setting: a message counts as lost after 10 s, so 12 s
     * are added to a fifth of 90 s; and a silent node may keep its rows locked for 5 s, which come after the timeout.
     */
    FIFTH(
            List.of("--baton.node.heartbeat-interval=1s", "--baton.node.heartbeat-timeout=6s"),
            Duration.ofSeconds(30),
            Duration.ofSeconds(11));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> settings;

    private final Duration converged;
    private final Duration silence;

    Timings(List<String> settings, Duration converged, Duration silence) {
        this.settings = settings;
        this.converged = converged;
        this.silence = silence;
    }

    List<String> settings() {
        return settings;
    }

    /** P3: so long after faults and traffic nothing is unfinished. */
    Duration converged() {
        return converged;
    }

    /** P7: within it others have what a silent node held. */
    Duration silence() {
        return silence;
    }
}
