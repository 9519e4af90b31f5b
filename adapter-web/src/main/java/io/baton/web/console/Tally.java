package io.baton.web.console;

import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What became of due times, in numbers. */
final class Tally {
    /** 10 s: later than that, people notice. */
    static final Duration LATE = Duration.ofSeconds(10);
    /** 90 s: within it every due time reaches the ledger, unless something still fails. */
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);

    /** What became of one due time. */
    enum Fate {
        ON_TIME,
        /** It succeeded, and had started late. */
        LATE,
        FAILED,
        SKIPPED,
        /** It has not ended yet. */
        OPEN,
        /** The ledger has nothing of it. */
        ABSENT
    }

    void add(TaskRow row) {
        Fate fate = row.story()
                .end()
                .map(end -> end.outcome() == Outcome.SUCCEEDED
                        ? (late(row) ? Fate.LATE : Fate.ON_TIME)
                        : end.outcome() == Outcome.SKIPPED ? Fate.SKIPPED : Fate.FAILED)
                .orElse(Fate.OPEN);
        fates.merge(fate, 1, Integer::sum);
        row.story()
                .end()
                .filter(end -> fate == Fate.SKIPPED)
                .ifPresent(end -> reasons.merge(end.reason(), 1, Integer::sum));
    }

    /**
     * A due time that has no row of its own.
     *
     * @param bare whether no other row stands for it
     * @param age how long ago it was due
     */
    void addWithoutRow(boolean bare, Duration age) {
        if (!bare) {
            fates.merge(Fate.SKIPPED, 1, Integer::sum);
            reasons.merge(Reason.MISFIRE, 1, Integer::sum);
        } else {
            fates.merge(age.compareTo(SOON) < 0 ? Fate.OPEN : Fate.ABSENT, 1, Integer::sum);
        }
    }

    /** Of one that was tried again the first start is not in its row: when it was claimed stands for it. */
    private static boolean late(TaskRow row) {
        Instant from = Optional.of(row)
                .filter(one -> one.attempt() == 1)
                .flatMap(one -> one.story().startedAt())
                .orElse(row.story().claimedAt());
        return Duration.between(row.terms().scheduledAt(), from).compareTo(LATE) > 0;
    }

    int of(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    Map<Reason, Integer> reasons() {
        return reasons;
    }

    int expected() {
        return fates.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many went other than they should. */
    int wrong() {
        return of(Fate.ABSENT) + of(Fate.FAILED) + of(Fate.LATE) + of(Fate.SKIPPED);
    }
}
