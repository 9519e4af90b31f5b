package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Servers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a row is played in: three nodes over these servers.
 *
 * @param more settings of every node, beside its timings
 * @param heap of every node, as the JVM's {@code -Xmx} has it
 * @param kinds of jobs
 * @param seconds for which they fire
 */
record Setting(
        Supplier<Servers> servers,
        Timings timings,
        List<String> more,
        String heap,
        Set<TrafficKind> kinds,
        int seconds) {
    static final Setting USUAL =
            new Setting(Servers::start, Timings.FIFTH, List.of("--baton.node.slots=16"), "256m", TrafficKind.USUAL, 30);

    Setting {
        more = List.copyOf(more);
        kinds = Set.copyOf(kinds);
    }

    /** With further kinds of jobs. */
    Setting with(TrafficKind... others) {
        EnumSet<TrafficKind> all = EnumSet.copyOf(kinds);
        all.addAll(Arrays.asList(others));
        return new Setting(servers, timings, more, heap, all, seconds);
    }

    Setting over(Supplier<Servers> others) {
        return new Setting(others, timings, more, heap, kinds, seconds);
    }

    Setting nodes(Timings others, int slots) {
        return new Setting(servers, others, List.of("--baton.node.slots=" + slots), heap, kinds, seconds);
    }

    /** Whether its nodes have to know the zones of nights. */
    boolean inNight() {
        return kinds.stream().anyMatch(TrafficKind::inNight);
    }

    /** Of every node. */
    List<String> settings() {
        return Stream.concat(timings.settings().stream(), more.stream()).toList();
    }

    /** With these settings of the nodes besides. */
    Setting also(String... others) {
        List<String> all = Stream.concat(more.stream(), Arrays.stream(others)).toList();
        return new Setting(servers, timings, all, heap, kinds, seconds);
    }

    /** With so much memory for its nodes. */
    Setting heap(String most) {
        return new Setting(servers, timings, more, most, kinds, seconds);
    }

    Setting lasting(int otherSeconds) {
        return new Setting(servers, timings, more, heap, kinds, otherSeconds);
    }
}
