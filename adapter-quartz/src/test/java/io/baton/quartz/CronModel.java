package io.baton.quartz;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A cron expression as a test makes it up: its text, and what it means said without Quartz.
 *
 * @param days the days that it names
 */
record CronModel(
        String text, Set<Integer> seconds, Set<Integer> minutes, Set<Integer> hours, Predicate<LocalDate> days) {

    boolean names(LocalDateTime local) {
        return seconds.contains(local.getSecond())
                && minutes.contains(local.getMinute())
                && hours.contains(local.getHour())
                && days.test(local.toLocalDate());
    }

    boolean allHours() {
        return hours.size() == 24;
    }

    /** How far a search may step without passing a due time. */
    int stepSeconds() {
        return seconds.equals(Set.of(0)) ? 60 : 1;
    }
}
