package io.baton.resilience.checker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules found in a history.
 *
 * @param name seed or scene
 * @param violations by time; none = the guarantees held
 */
public record Verdict(String name, List<Violation> violations, Counts counts, Lateness lateness) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }

    /** How many violations of each rule. */
    public Map<String, Integer> byRule() {
        Map<String, Integer> rules = new TreeMap<>();
        violations.forEach(v -> rules.merge(v.rule(), 1, Integer::sum));
        return rules;
    }

    /** For people: one line if all held, else a line a violation below it. */
    public String words() {
        StringBuilder text = new StringBuilder(name)
                .append(holds() ? ": all rules held" : ": BROKEN " + byRule())
                .append("; tasks ")
                .append(counts.of(Kind.CLAIMED))
                .append(", begun ")
                .append(counts.of(Kind.BEGUN))
                .append(", ended ")
                .append(counts.outcomes())
                .append(", late results ")
                .append(counts.of(Kind.LATE))
                .append(", faults ")
                .append(counts.faults())
                .append(", lateness ms median ")
                .append(lateness.median())
                .append(" p99 ")
                .append(lateness.p99())
                .append(" most ")
                .append(lateness.most());
        violations.forEach(v -> text.append("\n  ").append(v));
        return text.toString();
    }
}
