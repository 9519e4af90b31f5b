package io.baton.benchmarks.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that a run of the benchmarks found, as it comes. */
public final class Findings {
    private final Consumer<String> told;
    private final List<Measured> loads = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> voids = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    /** @param told each finding in a line, as it comes */
    public Findings(Consumer<String> told) {
        this.told = told;
    }

    /** A load that was put on a contender; one that does not count makes the whole run void. */
    public void add(String workload, Measured load) {
        loads.add(load);
        told.accept(load.row());
        if (!load.blame().isEmpty()) {
            voids.add(workload + " " + load.workload() + ", " + load.contender() + ": " + load.blame());
        }
    }

    public void add(Figure figure) {
        figures.add(figure);
        told.accept(Standing.of(List.of(figure)).get(0).row());
    }

    public void add(List<Figure> some) {
        some.forEach(this::add);
    }

    /** Something that was measured and does not count, or could not be. @param why such as {@code 1 lost} */
    public void spoilt(Figure.Subject subject, String why) {
        String words = subject.workload() + " " + subject.setting() + ", " + subject.who() + ": " + why;
        voids.add(words);
        told.accept("VOID " + words);
    }

    /** What was left out, and what is known of it; said once. */
    public void mark(String words) {
        if (!marks.contains(words)) {
            marks.add(words);
            told.accept(words);
        }
    }

    public List<Measured> loads() {
        return List.copyOf(loads);
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** What does not count, and why; empty if all does. */
    public List<String> voids() {
        return List.copyOf(voids);
    }

    public List<String> marks() {
        return List.copyOf(marks);
    }
}
