package io.baton.resilience.simulation;

import java.util.List;
import java.util.stream.Stream;

/** Where a run leaves the usual course, and how: at each of these points of choice, in rising order, another than the first. */
record Deviations(List<Step> steps) {
    static final Deviations NONE = new Deviations(List.of());

    /** @param choice 1 or more */
    record Step(int position, int choice) {}

    Deviations and(int position, int choice) {
        return new Deviations(Stream.concat(steps.stream(), Stream.of(new Step(position, choice)))
                .toList());
    }

    /** 0 where it stays on the usual course. */
    int at(int position) {
        return steps.stream()
                .filter(step -> step.position() == position)
                .mapToInt(Step::choice)
                .findFirst()
                .orElse(0);
    }

    /** −1 if there is none. */
    int last() {
        return steps.isEmpty() ? -1 : steps.get(steps.size() - 1).position();
    }
}
