package io.baton.quartz;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The local times that a cron expression names, without any zone. Safe for any thread. */
final class LocalCalendar {
    private final CronFields fields;
    private final List<QuartzDays> days;

    /** @param read reads a day expression; may hand out the same days for the same text */
    LocalCalendar(CronFields fields, Function<String, QuartzDays> read) {
        this.fields = fields;
        this.days = fields.days().stream().map(read).toList();
    }

    /** Whether the expression names no hours, so that it follows real time when the clocks change. */
    boolean allHours() {
        return fields.allHours();
    }

    /**
     * The first named local time strictly after the given one.
     *
     * @param after a whole second
     */
    Optional<LocalDateTime> next(LocalDateTime after) {
        LocalDateTime from = after.plusSeconds(1);
        LocalDate today = from.toLocalDate();
        Optional<LocalDate> day = onOrAfter(today);
        if (day.isPresent() && day.get().equals(today)) {
            Optional<LocalTime> time = timeFrom(from.toLocalTime());
            if (time.isPresent()) {
                return time.map(today::atTime);
            }
            day = onOrAfter(today.plusDays(1));
        }
        return day.map(found -> found.atTime(firstTime()));
    }

    private Optional<LocalDate> onOrAfter(LocalDate day) {
        return days.stream().flatMap(d -> d.onOrAfter(day).stream()).min(LocalDate::compareTo);
    }

    private LocalTime firstTime() {
        return time(first(fields.hours()), first(fields.minutes()), first(fields.seconds()));
    }

    /** The first time of day not before the given one; of minutes 0,30 and second 0, from 10:30:01 on it is 11:00:00. */
    private Optional<LocalTime> timeFrom(LocalTime from) {
        int hour = fields.hours().nextSetBit(from.getHour());
        if (hour == from.getHour()) {
            int minute = fields.minutes().nextSetBit(from.getMinute());
            if (minute == from.getMinute()) {
                int second = fields.seconds().nextSetBit(from.getSecond());
                if (second >= 0) {
                    return Optional.of(time(hour, minute, second));
                }
                minute = fields.minutes().nextSetBit(minute + 1);
            }
            if (minute >= 0) {
                return Optional.of(time(hour, minute, first(fields.seconds())));
            }
            hour = fields.hours().nextSetBit(hour + 1);
        }
        return hour < 0 ? Optional.empty() : Optional.of(time(hour, first(fields.minutes()), first(fields.seconds())));
    }

    private static int first(BitSet values) {
        return values.nextSetBit(0);
    }

    private static LocalTime time(int hour, int minute, int second) {
        return LocalTime.of(hour, minute, second);
    }
}
