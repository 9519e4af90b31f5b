package io.baton.resilience.checker;

import java.util.Comparator;
import java.util.List;

/** Checks histories by all rules. */
public final class Checker {
    private static final List<Rule> RULES = List.of(
            new NothingLost(),
            new StartedOnce(),
            new StartsBounded(),
            new NoOverlap(),
            new InOrder(),
            new FenceHolds(),
            new Converged(),
            new Punctual(),
            new TakenOver(),
            new NoPhantom(),
            new NotEarly(),
            new NoStrayKeys(),
            new NoSurprise());

    private Checker() {}

    /** The names of all rules. */
    public static List<String> rules() {
        return RULES.stream().map(Rule::name).toList();
    }

    /** What all rules say of a history; the same history always gets the same verdict. */
    public static Verdict check(History history) {
        List<Violation> violations = RULES.stream()
                .flatMap(rule -> rule.check(history).stream())
                .sorted(Comparator.comparingLong(Violation::at))
                .toList();
        return new Verdict(history.frame().name(), violations, Counts.of(history), Lateness.of(history));
    }
}
