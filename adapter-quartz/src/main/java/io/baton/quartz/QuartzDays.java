package io.baton.quartz;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The days that a day expression names, by Quartz's calendar read in UTC. Safe for any thread.
 *
 * <p>Quartz is asked for midnights only. Asked for times of day it loses due times around a {@code W}: of
 * {@code 0 0 9,17 15W * ?} it skips the 9 o'clock of a shifted day, and a 15th that is a Sunday is forgotten once that
 * Sunday has begun. For the same reason a {@code W} is always asked for from the first of a month.
 */
final class QuartzDays {
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final long SECOND_MILLIS = 1_000;

    /** Not safe for threads by its documentation; guarded by itself. */
    private final CronExpression expression;

    private final boolean nearestWeekday;
    /** What was answered last; most questions are for the day of the one before. Racy, and harmless: immutable. */
    private volatile Answer latest = new Answer(LocalDate.MAX, Optional.empty());

    /** @param dayExpression Quartz's form with midnight as its time, at most one {@code W} and then nothing beside it */
    QuartzDays(String dayExpression) {
        try {
            this.expression = new CronExpression(dayExpression);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Quartz refuses '" + dayExpression + "': " + e.getMessage(), e);
        }
        this.expression.setTimeZone(TimeZone.getTimeZone("UTC"));
        this.nearestWeekday = dayExpression.contains("W");
    }

    /** The first named day that is not before the given one; empty if Quartz knows none (it looks 100 years ahead). */
    Optional<LocalDate> onOrAfter(LocalDate day) {
        LocalDate asked = day.isBefore(FIRST) ? FIRST : day;
        Answer known = latest;
        if (known.covers(asked)) {
            return known.day();
        }
        Optional<LocalDate> found = nearestWeekday ? byMonths(asked) : ask(asked);
        latest = new Answer(asked, found);
        return found;
    }

    private Optional<LocalDate> byMonths(LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        Optional<LocalDate> inMonth = ask(month);
        return inMonth.isPresent() && inMonth.get().isBefore(day) ? ask(month.plusMonths(1)) : inMonth;
    }

    @SuppressWarnings("JavaUtilDate") // Quartz's border.
    private Optional<LocalDate> ask(LocalDate day) {
        Date before = new Date(day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() - SECOND_MILLIS);
        synchronized (expression) {
            return Optional.ofNullable(expression.getTimeAfter(before))
                    .map(Date::getTime)
                    .map(millis -> Instant.ofEpochMilli(millis)
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate());
        }
    }

    private record Answer(LocalDate asked, Optional<LocalDate> day) {
        boolean covers(LocalDate day) {
            return !day.isBefore(asked) && this.day.map(d -> !day.isAfter(d)).orElse(true);
        }
    }
}
