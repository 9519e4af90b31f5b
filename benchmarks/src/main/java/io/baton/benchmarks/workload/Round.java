package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.result.Findings;
import java.util.List;

/**
 * What a workload is played with.
 *
 * @param contenders Baton and its peers, those that were asked for
 */
public record Round(Arena arena, List<Contender> contenders, Size size, Findings found) {
    public Round {
        contenders = List.copyOf(contenders);
    }
}
