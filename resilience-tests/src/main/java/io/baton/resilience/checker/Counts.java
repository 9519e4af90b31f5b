package io.baton.resilience.checker;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How much of what a history holds. */
public record Counts(Map<Kind, Integer> kinds, Map<String, Integer> outcomes, Map<String, Integer> faults) {

    /** Of all that a history holds. */
    public static Counts of(History history) {
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<String, Integer> faults = new TreeMap<>();
        for (Event event : history.events()) {
            kinds.merge(event.kind(), 1, Integer::sum);
            if (event.kind() == Kind.FINISHED) {
                outcomes.merge(event.detail(), 1, Integer::sum);
            } else if (event.kind() == Kind.FAULT) {
                faults.merge(event.subject(), 1, Integer::sum);
            }
        }
        return new Counts(kinds, outcomes, faults);
    }

    public int of(Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }
}
