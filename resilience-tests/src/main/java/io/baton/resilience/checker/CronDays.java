package io.baton.resilience.checker;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Due times by going through the days, hours, minutes and seconds one by one: slow, and too plain to be wrong in the same
 * way as an evaluator that searches.
 *
 * <p>Clock changes: an expression that names hours is due at the moment after a gap for what the gap swallowed, and once,
 * the first time, for what is repeated. One whose hours are all of them is due whenever the clock on the wall shows it.
 */
final class CronDays {
    /** 3 h: more than any clock change, so that an hour that is further from the span cannot reach into it. */
    private static final long FAR = Duration.ofHours(3).toMillis();

    private final CronFields cron;
    private final ZoneRules zone;
    private final long from;
    private final long until;
    private final Set<Long> due = new TreeSet<>();

    private CronDays(CronFields cron, ZoneRules zone, long from, long until) {
        this.cron = cron;
        this.zone = zone;
        this.from = from;
        this.until = until;
    }

    static List<Long> between(CronFields cron, ZoneRules zone, long from, long until) {
        CronDays days = new CronDays(cron, zone, from, until);
        days.look();
        return List.copyOf(days.due);
    }

    private void look() {
        LocalDate last = day(until).plusDays(1);
        for (LocalDate day = day(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (cron.days().hold(day)) {
                LocalDateTime midnight = day.atStartOfDay();
                cron.times().hours().stream()
                        .mapToObj(midnight::plusHours)
                        .filter(this::near)
                        .forEach(this::hour);
            }
        }
    }

    private LocalDate day(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        return instant.atOffset(zone.getOffset(instant)).toLocalDate();
    }

    private boolean near(LocalDateTime hour) {
        long about = hour.toInstant(zone.getOffset(hour)).toEpochMilli();
        return about > from - FAR && about < until + FAR;
    }

    private void hour(LocalDateTime hour) {
        cron.times().minutes().stream().mapToObj(hour::plusMinutes).forEach(minute -> {
            List<Long> starts = instants(minute);
            cron.times().seconds().stream().forEach(second -> starts.forEach(start -> add(start, second)));
        });
    }

    private void add(long start, int second) {
        long at = start < 0 ? -start : start + second * 1_000L;
        if (at >= from && at < until) {
            due.add(at);
        }
    }

    /** The instants at which a minute begins; one that a gap swallowed is the moment after it, whatever the second: negative. */
    private List<Long> instants(LocalDateTime minute) {
        boolean hourly = cron.times().hourly();
        List<Long> instants = new ArrayList<>();
        List<ZoneOffset> offsets = zone.getValidOffsets(minute);
        if (offsets.isEmpty() && !hourly) {
            instants.add(-zone.getTransition(minute).getInstant().toEpochMilli());
        }
        offsets.stream()
                .limit(hourly ? 2 : 1)
                .map(offset -> minute.toInstant(offset).toEpochMilli())
                .forEach(instants::add);
        return instants;
    }
}
