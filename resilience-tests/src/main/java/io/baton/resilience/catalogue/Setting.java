package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Servers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a row is played in: three nodes over these servers.
 *
 * @param settings of every node
 * @param kinds of jobs
 * @param seconds for which they fire
 * @param converged s after faults and traffic within which nothing may be unfinished
 */
record Setting(Supplier<Servers> servers, List<String> settings, Set<TrafficKind> kinds, int seconds, int converged) {
    /** Death by silence after 6 s instead of 30. What else is promised is not scaled: the machine may have much other load. */
    private static final List<String> FAST =
            List.of("--baton.node.heartbeat-interval=1s", "--baton.node.heartbeat-timeout=6s", "--baton.node.slots=16");

    static final Setting USUAL = new Setting(Servers::start, FAST, TrafficKind.USUAL, 30, 90);

    Setting {
        settings = List.copyOf(settings);
        kinds = Set.copyOf(kinds);
    }

    /** With further kinds of jobs. */
    Setting with(TrafficKind... more) {
        EnumSet<TrafficKind> all = EnumSet.copyOf(kinds);
        all.addAll(Arrays.asList(more));
        return new Setting(servers, settings, all, seconds, converged);
    }

    Setting over(Supplier<Servers> others) {
        return new Setting(others, settings, kinds, seconds, converged);
    }

    /** With these settings of the nodes instead of the fast ones. */
    Setting nodes(String... others) {
        return new Setting(servers, List.of(others), kinds, seconds, 90);
    }

    Setting lasting(int otherSeconds) {
        return new Setting(servers, settings, kinds, otherSeconds, converged);
    }
}
