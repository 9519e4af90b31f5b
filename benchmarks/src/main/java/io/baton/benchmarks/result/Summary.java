package io.baton.benchmarks.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The rounds of one contender under one workload: what counts is the median, and how far apart the rounds were. */
record Summary(String workload, String contender, List<Measured> rounds) {
    Summary {
        rounds = List.copyOf(rounds);
    }

    /** Our contender's name. */
    static final String OURS = "baton";

    /** One for each contender and workload, in the order of their first rounds. */
    static List<Summary> of(List<Measured> all) {
        Map<List<String>, List<Measured>> groups = new LinkedHashMap<>();
        for (Measured one : all) {
            groups.computeIfAbsent(List.of(one.workload(), one.contender()), key -> new java.util.ArrayList<>())
                    .add(one);
        }
        return groups.values().stream()
                .map(rounds ->
                        new Summary(rounds.get(0).workload(), rounds.get(0).contender(), rounds))
                .toList();
    }

    boolean ours() {
        return contender.equals(OURS);
    }

    String label() {
        return contender + ", " + workload + (counts() ? "" : " (void)");
    }

    /** Whether every round counts. */
    boolean counts() {
        return rounds.stream().allMatch(m -> m.blame().isEmpty());
    }

    Range range(ToDoubleFunction<Measured> figure) {
        return Range.of(rounds.stream().mapToDouble(figure));
    }

    Range rate() {
        return range(Measured::rate);
    }

    Range lateness(double share) {
        return range(m -> m.starts().percentile(share));
    }

    /** @param best the best median rate of the others; 0 = there is none */
    String row(double best) {
        return "| " + workload + " | " + contender + " | " + rate().words("%,.0f") + " | "
                + (best > 0 ? String.format(Locale.ROOT, "%.1f ×", rate().median() / best) : "–") + " | "
                + lateness(0.5).words("%.0f") + " | " + lateness(0.95).words("%.0f") + " | "
                + lateness(0.99).words("%.0f") + " | " + lateness(1).words("%.0f") + " | "
                + range(m -> m.cost().commits()).words("%.3f") + " | "
                + range(m -> m.cost().statements()).words("%.2f") + " | "
                + range(m -> m.cost().redisCommands()).words("%.2f") + " | "
                + range(m -> m.cost().processSeconds() * 1000).words("%.2f") + " + "
                + range(m -> m.cost().databaseSeconds() * 1000).words("%.2f") + " | "
                + (counts() ? "each once" : "VOID: " + blame()) + " |";
    }

    private String blame() {
        return String.join(
                ", ",
                rounds.stream().map(Measured::blame).filter(b -> !b.isEmpty()).toList());
    }
}
