package io.baton.quartz;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds due times by looking at every second of a stretch of time: slow, simple, and without Quartz.
 *
 * <p>An expression of all hours is due at each second whose local time it names. One that names hours is due at a second
 * if it names its local time and the clocks show that for the first time; or if the clocks have just skipped a time that
 * it names.
 */
final class SecondBySecond {
    private SecondBySecond() {}

    /** The due times in (after, until], both whole minutes. */
    static List<Instant> due(CronModel cron, ZoneRules rules, Instant after, Instant until) {
        List<Instant> due = new ArrayList<>();
        int step = cron.stepSeconds();
        for (Instant t = after.plusSeconds(step); !t.isAfter(until); t = t.plusSeconds(step)) {
            if (cron.allHours() ? namesClock(cron, rules, t) : isFirstNamed(cron, rules, t)) {
                due.add(t);
            }
        }
        return due;
    }

    private static boolean namesClock(CronModel cron, ZoneRules rules, Instant t) {
        return cron.names(LocalDateTime.ofInstant(t, rules.getOffset(t)));
    }

    private static boolean isFirstNamed(CronModel cron, ZoneRules rules, Instant t) {
        ZoneOffset offset = rules.getOffset(t);
        LocalDateTime local = LocalDateTime.ofInstant(t, offset);
        if (cron.names(local) && rules.getValidOffsets(local).indexOf(offset) == 0) {
            return true;
        }
        boolean changed = !offset.equals(rules.getOffset(t.minusSeconds(1)));
        return changed && hasSkippedNamed(cron, rules.nextTransition(t.minusSeconds(1)));
    }

    private static boolean hasSkippedNamed(CronModel cron, ZoneOffsetTransition change) {
        LocalDateTime end = change.getDateTimeAfter();
        for (LocalDateTime skipped = change.getDateTimeBefore();
                skipped.isBefore(end);
                skipped = skipped.plusSeconds(1)) {
            if (cron.names(skipped)) {
                return true;
            }
        }
        return false;
    }
}
