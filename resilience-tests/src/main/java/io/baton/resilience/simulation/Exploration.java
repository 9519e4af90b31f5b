package io.baton.resilience.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Searches, breadth first, the courses that a small cluster can take: first the usual one, then those that leave it at one
 * point, at two, … Points of choice are the calls of stores (what goes wrong with each) and the instants at which several
 * activities could go on (which one does). Each course is run from the beginning. From a state that was reached before, as
 * early and with as many faults left, nothing new can come: its points are not explored again.
 */
final class Exploration {
    private static final int SLICE = 256;

    private final Plan plan;
    private final Course.Bounds bounds;
    private final int threads;
    private final long most;
    private final Map<Long, Integer> states = new HashMap<>();
    private final Set<Long> ends = new HashSet<>();
    private final Found found = new Found();

    /** What a search has shown. */
    static final class Found {
        final List<Trial> failures = new ArrayList<>();
        final Map<String, Integer> struck = new TreeMap<>();
        long runs;
        long judged;
        long calls;
        long states;
        long levels;
        boolean complete = true;
    }

    /** @param most runs; a search that would need more ends unfinished */
    Exploration(Plan plan, Course.Bounds bounds, long most) {
        this.plan = plan;
        this.bounds = bounds;
        this.threads = Runtime.getRuntime().availableProcessors();
        this.most = most;
    }

    /** @param enough failures after which it ends early */
    Found search(int enough) throws InterruptedException {
        List<Deviations> level = List.of(Deviations.NONE);
        while (!level.isEmpty() && found.failures.size() < enough) {
            level = search(level, enough);
            found.levels++;
        }
        found.states = states.size();
        return found;
    }

    /** Runs one level in slices, and takes what each showed in order, so that a search is the same each time. */
    private List<Deviations> search(List<Deviations> level, int enough) throws InterruptedException {
        List<Deviations> next = new ArrayList<>();
        for (int from = 0; from < level.size() && found.failures.size() < enough; from += SLICE) {
            if (found.runs >= most) {
                found.complete = false;
                return List.of();
            }
            for (Trial trial : run(level.subList(from, Math.min(level.size(), from + SLICE)))) {
                take(trial, next);
            }
        }
        return next;
    }

    private List<Trial> run(List<Deviations> some) throws InterruptedException {
        Trial[] trials = new Trial[some.size()];
        AtomicInteger next = new AtomicInteger();
        List<Thread> runners = new ArrayList<>();
        for (int n = 0; n < threads; n++) {
            Thread runner = new Thread(new ThreadGroup("courses-" + n), () -> run(some, next, trials), "courses-" + n);
            runner.start();
            runners.add(runner);
        }
        for (Thread runner : runners) {
            runner.join();
        }
        return List.of(trials);
    }

    private void run(List<Deviations> some, AtomicInteger next, Trial[] trials) {
        try (Crew crew = new Crew()) {
            for (int n = next.getAndIncrement(); n < some.size(); n = next.getAndIncrement()) {
                trials[n] = Trial.run(plan, bounds, some.get(n), crew, ends::contains);
            }
        }
    }

    private void take(Trial trial, List<Deviations> next) {
        found.runs++;
        trial.result().ifPresent(result -> {
            found.judged++;
            found.calls += result.trace().calls();
            result.struck().forEach((kind, n) -> found.struck.merge(kind, n, Integer::sum));
            if (!result.holds()) {
                found.failures.add(trial);
            }
        });
        if (trial.result().filter(r -> !r.holds()).isEmpty()) {
            ends.addAll(trial.ends());
        }
        for (Course.Point point : trial.course().points) {
            if (!isNew(point)) {
                return;
            }
            for (int choice = 1; choice < point.options(); choice++) {
                next.add(trial.given().and(point.position(), choice));
            }
        }
    }

    private boolean isNew(Course.Point point) {
        Course.Left left = point.left();
        for (int faults = left.faults(); faults <= bounds.most().faults(); faults++) {
            for (int turns = left.turns(); turns <= bounds.most().turns(); turns++) {
                long key = key(point, faults, turns);
                if (states.getOrDefault(key, Integer.MAX_VALUE) <= point.position()) {
                    return false;
                }
            }
        }
        states.put(key(point, left.faults(), left.turns()), point.position());
        return true;
    }

    private static long key(Course.Point point, int faults, int turns) {
        return StateHash.mix(point.state(), faults * 100L + turns);
    }
}
