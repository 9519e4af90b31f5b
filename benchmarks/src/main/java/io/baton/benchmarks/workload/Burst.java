package io.baton.benchmarks.workload;

import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A: no-op tasks that are due at once; and D, what each of them cost. */
public final class Burst implements Workload {
    private static final int SOME = 10_000;
    private static final int MANY = 100_000;

    @Override
    public void play(Round round) {
        for (int jobs : round.size().of(List.of(2_000), List.of(SOME, MANY))) {
            for (int workers : round.size().of(List.of(2), List.of(1, 2))) {
                play(round, jobs, workers);
            }
        }
    }

    private static void play(Round round, int jobs, int workers) {
        Load load = new Load(jobs, 0);
        String setting = String.format(Locale.ROOT, "burst of %,d, %d workers", jobs, workers);
        List<Measured> peers = new ArrayList<>();
        List<Measured> ours = new ArrayList<>();
        for (Contender contender : round.contenders()) {
            if (!contender.limits().allow(load)) {
                round.found().mark("A " + setting + ": " + contender.name() + " would take minutes and was left out");
                continue;
            }
            Measured measured = Measuring.measure(round.arena().room(contender.name()), contender, load, workers);
            round.found().add("A", measured);
            (contender.name().equals(Baton.NAME) ? ours : peers).add(measured);
            Subject subject = new Subject("A", setting, contender.name());
            round.found().add(subject.figure("executions a second", "1/s", measured.rate(), rate(measured, workers)));
            round.found().add(Costs.of(new Subject("D", setting, contender.name()), measured, jobs >= SOME));
        }
        double best = peers.stream().mapToDouble(Measured::rate).max().orElse(0);
        if (best > 0 && !ours.isEmpty()) {
            Subject subject = new Subject("A", setting, Baton.NAME);
            double times = ours.get(0).rate() / best;
            round.found().add(subject.figure("times the best peer of the round", "×", times, times(jobs, workers)));
        }
    }

    private static Target rate(Measured measured, int workers) {
        if (!measured.contender().equals(Baton.NAME)) {
            return Target.NONE;
        }
        return measured.expected() == MANY
                ? Target.atLeast(12_000)
                : Target.atLeast(8_000).when(measured.expected() == SOME && workers == 2);
    }

    private static Target times(int jobs, int workers) {
        return jobs == MANY ? Target.atLeast(3) : Target.atLeast(5).when(jobs == SOME && workers == 2);
    }
}
