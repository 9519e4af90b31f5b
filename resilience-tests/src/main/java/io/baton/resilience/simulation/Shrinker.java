package io.baton.resilience.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes a failing plan smaller while it breaks one of the same rules: fewer faults, jobs and nodes. */
final class Shrinker {
    private final Crew crew;

    Shrinker(Crew crew) {
        this.crew = crew;
    }

    Plan shrink(Plan plan, Result failing) {
        Set<String> broken = failing.broken();
        Plan least = plan;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Plan candidate : smallerThan(least)) {
                Set<String> again =
                        new TreeSet<>(Simulation.run(candidate, crew).broken());
                again.retainAll(broken);
                if (!again.isEmpty()) {
                    least = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return least;
    }

    private static List<Plan> smallerThan(Plan plan) {
        List<Plan> smaller = new ArrayList<>();
        for (int n = 0; n < plan.faults().size(); n++) {
            smaller.add(plan.withoutFault(n));
        }
        for (int n = 0; n < plan.jobs().size() && plan.jobs().size() > 1; n++) {
            smaller.add(plan.withoutJob(n));
        }
        for (int which = 0; which < 6; which++) {
            if (!plan.calls().without(which).equals(plan.calls())) {
                smaller.add(plan.withoutCallFault(which));
            }
        }
        if (plan.nodes().count() > 1) {
            smaller.add(plan.withoutNode());
        }
        return smaller;
    }
}
