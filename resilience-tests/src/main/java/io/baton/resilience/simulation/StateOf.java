package io.baton.resilience.simulation;

import java.util.Arrays;

/**
 * Tells one moment of a world from others: ledger, jobs, queues, in-flight sets, registry, what every node remembers, what
 * is under way and what its calls were answered so far, and what the checker has seen. Worlds of one state go on alike.
 */
final class StateOf {
    private StateOf() {}

    static long world(World world) {
        StateHash hash = StateHash.ofMemory();
        long state = StateHash.mix(world.turns.now(), world.recorder.past());
        state = StateHash.mix(state, world.redis.state(hash));
        state = StateHash.mix(state, world.database.state(hash));
        state = StateHash.mix(state, world.stateOfDisks(hash));
        for (SimNode node : world.everybody()) {
            if (node.alive) {
                state = StateHash.mix(state, node.state(hash));
            }
        }
        return StateHash.mix(state, pending(world, StateHash.ofWords()));
    }

    private static long pending(World world, StateHash hash) {
        return world.turns.pending().stream()
                .mapToLong(event -> Arrays.stream(event.story(hash)).reduce(9, StateHash::mix))
                .sum();
    }
}
