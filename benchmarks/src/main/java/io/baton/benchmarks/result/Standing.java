package io.baton.benchmarks.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A figure in all its rounds, beside its target: what counts is the median. */
record Standing(Figure first, List<Double> rounds) {
    Standing {
        rounds = List.copyOf(rounds);
    }

    /** One for each figure of each subject, those of one workload together, in the order in which they first came. */
    static List<Standing> of(List<Figure> figures) {
        Map<List<Object>, List<Figure>> groups = new LinkedHashMap<>();
        for (Figure figure : figures) {
            groups.computeIfAbsent(List.of(figure.of(), figure.name()), key -> new java.util.ArrayList<>())
                    .add(figure);
        }
        return groups.values().stream()
                .map(same -> new Standing(
                        same.get(0), same.stream().map(Figure::value).toList()))
                .sorted(java.util.Comparator.comparing(s -> s.first.of().workload()))
                .toList();
    }

    Range range() {
        return Range.of(rounds.stream().mapToDouble(Double::doubleValue));
    }

    String verdict() {
        return first.target().verdict(range().median());
    }

    boolean missed() {
        return !first.target().met(range().median());
    }

    String row() {
        Range range = range();
        String spread = range.least() == range.most()
                ? ""
                : " (" + Figure.number(range.least()) + "–" + Figure.number(range.most()) + ")";
        String name = first.unit().isEmpty() ? first.name() : first.name() + ", " + first.unit();
        return "| " + first.of().workload() + " " + first.of().setting() + " | "
                + first.of().who() + " | " + name + " | " + Figure.number(range.median()) + spread + " | "
                + first.target().words() + " | " + verdict() + " |";
    }
}
