package io.baton.resilience.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Runs many seeds, on several threads, each with hands of its own; stops early once enough have failed. */
final class Seeds {
    private final int threads;
    private final int mostFailures;
    private final Sum sum = new Sum();

    /** What the seeds held and how they ended. */
    static final class Sum {
        final List<Result> failures = new ArrayList<>();
        final Map<String, Integer> faults = new TreeMap<>();
        final Map<String, Integer> outcomes = new TreeMap<>();
        long seeds;
        long calls;
        long begun;
        long handOvers;
        long virtualMillis;

        synchronized void add(Result result) {
            seeds++;
            calls += result.trace().calls();
            handOvers += result.trace().handOvers();
            virtualMillis += result.trace().ended();
            begun += result.verdict().counts().of(io.baton.resilience.checker.Kind.BEGUN);
            result.struck().forEach((kind, n) -> faults.merge(kind, n, Integer::sum));
            result.verdict().counts().faults().forEach((kind, n) -> faults.merge(kind, n, Integer::sum));
            result.verdict().counts().outcomes().forEach((kind, n) -> outcomes.merge(kind, n, Integer::sum));
            if (!result.holds()) {
                failures.add(result);
            }
        }

        synchronized int failed() {
            return failures.size();
        }
    }

    Seeds(int threads, int mostFailures) {
        this.threads = threads;
        this.mostFailures = mostFailures;
    }

    /** Runs seeds first, first + 1, … */
    Sum run(long first, long count) throws InterruptedException {
        AtomicLong next = new AtomicLong(first);
        List<Thread> runners = new ArrayList<>();
        List<Throwable> broken = new ArrayList<>();
        for (int n = 0; n < threads; n++) {
            ThreadGroup group = new ThreadGroup("seeds-" + n);
            Thread runner = new Thread(group, () -> runSome(next, first + count), "seeds-" + n);
            runner.setUncaughtExceptionHandler((thread, thrown) -> {
                synchronized (broken) {
                    broken.add(thrown);
                }
            });
            runner.start();
            runners.add(runner);
        }
        for (Thread runner : runners) {
            runner.join();
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the simulation itself broke", broken.get(0));
        }
        return sum;
    }

    private void runSome(AtomicLong next, long end) {
        try (Crew crew = new Crew()) {
            for (long seed = next.getAndIncrement();
                    seed < end && sum.failed() < mostFailures;
                    seed = next.getAndIncrement()) {
                sum.add(Simulation.run(Planner.of(seed), crew));
            }
        }
    }
}
