package io.baton.benchmarks.workload;

import io.baton.benchmarks.result.Target;
import java.util.List;

/** How a node of Baton goes, and under which settings. */
enum Death {
    KILLED("kill -9 of a slave, default settings"),
    MASTER_KILLED("kill -9 of the master, default settings"),
    KILLED_FAST("kill -9 of a slave, heartbeat 1 s, timeout 6 s"),
    SILENT("SIGSTOP of a slave, default settings");

    private final String words;

    Death(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    List<String> settings() {
        return this == KILLED_FAST
                ? List.of("--baton.node.heartbeat-interval=1s", "--baton.node.heartbeat-timeout=6s")
                : List.of();
    }

    /** Seconds until queued tasks have another node. */
    Target queued() {
        return switch (this) {
            case KILLED, MASTER_KILLED -> Target.atMost(5);
            case KILLED_FAST -> Target.NONE;
            case SILENT -> Target.atMost(45);
        };
    }

    /** Seconds until running tasks run again. */
    Target running() {
        return switch (this) {
            case KILLED, MASTER_KILLED -> Target.atMost(8);
            case KILLED_FAST -> Target.NONE;
            case SILENT -> Target.atMost(45);
        };
    }
}
