package io.baton.resilience.simulation;

import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * One run of the small scope on a given course.
 *
 * @param result empty if it came to a state from which another run went on and was judged
 * @param ends states that it passed once no point of choice lay ahead
 */
record Trial(Deviations given, Course course, Optional<Result> result, List<Long> ends) {
    private static final long STEP = 100_000;

    /** @param known whether a state that was passed behind all points of choice is known from a run that was judged */
    static Trial run(Plan plan, Course.Bounds bounds, Deviations given, Crew crew, LongPredicate known) {
        Course course = new Course(bounds, given);
        World world = new World(plan, crew, course);
        course.in(world);
        Surprises.watch(world);
        try {
            world.open();
            List<Long> ends = new ArrayList<>();
            return new Trial(given, course, toTheEnd(world, course, ends, known), ends);
        } finally {
            world.turns.end();
            Surprises.forget();
        }
    }

    private static Optional<Result> toTheEnd(World world, Course course, List<Long> ends, LongPredicate known) {
        Simulation simulation = new Simulation(world);
        long last = (world.plan.faultsUntil() + Simulation.CONVERGED) * 1_000;
        for (long at = 3_800_000; at <= last; at += STEP) {
            world.turns.runUntil(at);
            if (course.over()) {
                long state = StateOf.world(world);
                if (known.test(state)) {
                    return Optional.empty();
                }
                ends.add(state);
                if (calm(world) && simulation.settled()) {
                    History history = simulation.history();
                    Verdict verdict = io.baton.resilience.checker.Checker.check(history);
                    if (!simulation.mayImprove(verdict)) {
                        return Optional.of(simulation.result(history, verdict));
                    }
                }
            }
        }
        History history = simulation.history();
        return Optional.of(simulation.result(history, io.baton.resilience.checker.Checker.check(history)));
    }

    /** Nobody stands still, or is gone and will be back. */
    private static boolean calm(World world) {
        return world.working().size() == world.plan.nodes().count()
                && world.working().stream().noneMatch(SimNode::paused);
    }
}
