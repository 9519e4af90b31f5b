package io.baton.resilience.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The levels that run in this process, each in full. */
public final class Proofs {
    private static final int MOST_FAILURES = 10;
    private static final long MOST_COURSES = 100_000;

    private Proofs() {}

    /** Runs so many seeds, from 1. */
    public static Proved simulation(long seeds) throws InterruptedException {
        long began = System.nanoTime();
        Seeds.Sum sum = new Seeds(Runtime.getRuntime().availableProcessors(), MOST_FAILURES).run(1, seeds);
        System.out.println(Words.of(sum, millisSince(began)));
        long faults = sum.faults.values().stream().mapToLong(Integer::longValue).sum();
        String what =
                sum.seeds + " seeds, " + sum.begun + " runs of tasks, " + faults + " faults, " + sum.calls + " calls";
        List<String> broken = sum.failures.stream()
                .map(f -> f.history().frame().name() + " " + f.broken())
                .toList();
        return new Proved("simulation", what, String.join("; ", broken), millisSince(began));
    }

    /** Explores the courses of both small clusters. */
    public static Proved exploration(int depth, int faults, int turns) throws InterruptedException {
        long began = System.nanoTime();
        Course.Bounds bounds = new Course.Bounds(SmallScope.OPENS, depth, new Course.Left(faults, turns));
        long runs = 0;
        long states = 0;
        boolean complete = true;
        List<String> broken = new ArrayList<>();
        for (Plan plan : SmallScope.plans()) {
            long from = System.nanoTime();
            Exploration.Found found = new Exploration(plan, bounds, MOST_COURSES).search(MOST_FAILURES);
            System.out.println(Words.of(found, bounds, millisSince(from)));
            runs += found.runs;
            states += found.states;
            complete &= found.complete;
            found.failures.forEach(f ->
                    broken.add(f.course().words + " " + f.result().orElseThrow().broken()));
        }
        String what = states + " states, " + runs + " courses of " + depth + " points, at most " + faults
                + " faults and " + turns + " turns out of order" + (complete ? "" : ", not all of them");
        return new Proved("exploration", what, String.join("; ", broken), millisSince(began));
    }

    /** Plants every bug of the lists, and hunts each with so many seeds, or with its test. */
    public static Proved mutants(long seeds) throws IOException, ReflectiveOperationException {
        long began = System.nanoTime();
        List<Mutant> all = Mutant.all();
        List<String> escaped = Mutants.escaped(all, seeds);
        String what = all.size() + " mutants, " + (all.size() - escaped.size()) + " caught; "
                + Mutant.byTests().size() + " of them hunted by a test, "
                + Mutant.byServers().size()
                + " by a test over a server, the others by at most " + seeds + " seeds";
        String broken = escaped.isEmpty() ? "" : "got away: " + String.join(", ", escaped);
        return new Proved("mutants", what, broken, millisSince(began));
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
