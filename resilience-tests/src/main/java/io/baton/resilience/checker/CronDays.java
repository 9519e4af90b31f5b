package io.baton.resilience.checker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Due times by going through the days one by one and the moments of each: slow, and too plain to be wrong in the same way as
 * an evaluator that searches.
 *
 * <p>Clock changes: an expression that names hours is due at the moment after a gap for what the gap swallowed, and once,
 * the first time, for what is repeated. One whose hours are all of them is due whenever the clock on the wall shows it.
 */
final class CronDays {
    private CronDays() {}

    static List<Long> between(CronFields cron, ZoneId zone, long from, long until) {
        TreeSet<Long> due = new TreeSet<>();
        LocalDate last = day(until, zone).plusDays(1);
        for (LocalDate day = day(from, zone).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (cron.days().hold(day)) {
                moments(cron, zone, day, due);
            }
        }
        return List.copyOf(due.subSet(from, until));
    }

    private static LocalDate day(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    private static void moments(CronFields cron, ZoneId zone, LocalDate day, Set<Long> due) {
        var times = cron.times();
        times.hours().stream()
                .forEach(hour -> times.minutes().stream()
                        .forEach(minute -> times.seconds().stream()
                                .forEach(second -> add(day.atTime(hour, minute, second), zone, times.hourly(), due))));
    }

    private static void add(LocalDateTime moment, ZoneId zone, boolean hourly, Set<Long> due) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(moment);
        if (offsets.isEmpty()) {
            if (!hourly) {
                due.add(afterGap(moment, zone));
            }
        } else if (hourly) {
            offsets.forEach(offset -> due.add(moment.toInstant(offset).toEpochMilli()));
        } else {
            due.add(moment.toInstant(offsets.get(0)).toEpochMilli());
        }
    }

    private static long afterGap(LocalDateTime moment, ZoneId zone) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(moment);
        return gap.getInstant().toEpochMilli();
    }
}
