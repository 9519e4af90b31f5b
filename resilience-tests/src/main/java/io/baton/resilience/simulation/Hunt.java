package io.baton.resilience.simulation;

import java.util.Comparator;
import java.util.function.BiFunction;

/** Runs seeds until one breaks a rule. Loaded once more for each mutant, and called over the JDK's own types. */
public final class Hunt implements BiFunction<Long, Long, String> {
    /**
     * @return the seed that caught it and the rules that it broke, empty if none of so many did
     * @throws IllegalStateException if the simulation itself broke: that shows nothing of the mutant
     */
    @Override
    public String apply(Long first, Long count) {
        try {
            Seeds.Sum sum = new Seeds(Runtime.getRuntime().availableProcessors(), 1).run(first, count);
            return sum.failures.stream()
                    .min(Comparator.comparingLong(f -> f.trace().hash()))
                    .map(f -> f.history().frame().name() + " " + f.broken() + " after " + sum.seeds + " seeds")
                    .orElse("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
