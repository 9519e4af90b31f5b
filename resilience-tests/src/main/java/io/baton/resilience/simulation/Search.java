package io.baton.resilience.simulation;

import java.util.function.BiFunction;

/** Explores until a course breaks a rule. Loaded once more for each mutant, and called over the JDK's own types. */
public final class Search implements BiFunction<Long, Long, String> {
    private static final long MOST = 20_000;

    /** @return the course that caught it and the rules that it broke, empty if none did */
    @Override
    public String apply(Long depth, Long faults) {
        try {
            Course.Bounds bounds =
                    new Course.Bounds(SmallScope.OPENS, depth.intValue(), new Course.Left(faults.intValue(), 1));
            for (Plan plan : SmallScope.plans()) {
                Exploration.Found found = new Exploration(plan, bounds, MOST).search(1);
                if (!found.failures.isEmpty()) {
                    Trial first = found.failures.get(0);
                    return first.course().words + " "
                            + first.result().orElseThrow().broken() + " after " + found.runs + " runs";
                }
            }
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
