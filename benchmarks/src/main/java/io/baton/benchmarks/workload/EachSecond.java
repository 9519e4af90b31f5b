package io.baton.benchmarks.workload;

import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** B: jobs that are due every second, on the whole second or evenly over it, and how late they start. */
public final class EachSecond implements Workload {
    private static final int WORKERS = 2;
    /** p99 in ms of so many a second on the whole second. */
    private static final Map<Integer, Target> ON_THE_SECOND =
            Map.of(1_000, Target.atMost(150), 3_000, Target.atMost(400));
    /** The same for 1,000 a second that are evenly spread. */
    private static final Target SPREAD = Target.atMost(30);

    @Override
    public void play(Round round) {
        int seconds = round.size().of(5, 60);
        for (int jobs : round.size().of(List.of(100), List.of(100, 1_000, 3_000, 5_000, 10_000))) {
            play(round, new Load(jobs, seconds));
        }
        play(round, new Load(round.size().of(100, 1_000), seconds, Kind.SPREAD));
    }

    private static void play(Round round, Load load) {
        for (Contender contender : round.contenders()) {
            if (load.kind() == Kind.SPREAD && contender.limits().everySecond() == 0) {
                continue;
            }
            if (contender.limits().allow(load)) {
                play(round, contender, load);
            } else {
                round.found().mark(words(load) + ": more than " + contender.name() + " was ever seen to do; left out");
            }
        }
    }

    private static void play(Round round, Contender contender, Load load) {
        Measured measured = Measuring.measure(round.arena().room(contender.name()), contender, load, WORKERS);
        round.found().add("B", measured);
        Subject subject = new Subject("B", words(load), contender.name());
        boolean ours = contender.name().equals(Baton.NAME);
        round.found()
                .add(subject.figure(
                        "executed in time",
                        "%",
                        measured.starts().inTime() * 100.0 / measured.expected(),
                        Target.atLeast(100).when(ours && load.jobs() <= 5_000)));
        Lateness.add(round, subject, measured, p99(load).when(ours));
    }

    private static Target p99(Load load) {
        return load.kind() == Kind.SPREAD
                ? SPREAD.when(load.jobs() == 1_000)
                : ON_THE_SECOND.getOrDefault(load.jobs(), Target.NONE);
    }

    private static String words(Load load) {
        return String.format(
                Locale.ROOT, "%,d/s %s", load.jobs(), load.kind() == Kind.SPREAD ? "evenly spread" : "on the second");
    }
}
