package io.baton.web.console;

import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Schedules in words. */
final class Schedules {
    private static final long HOUR = 3600;
    private static final long MINUTE = 60;

    private Schedules() {}

    static String words(Visit visit, Schedule schedule) {
        return schedule.fold(
                cron -> within(
                        visit,
                        cron.window(),
                        CronWords.of(visit.manner().tongue(), cron.expression()).orElse(cron.expression())),
                every -> within(visit, every.window(), every(visit, every.interval())),
                once -> visit.say("schedule.once", Visit.when(once.at())),
                manual -> visit.say("schedule.manual"));
    }

    /** The zone by whose clocks it fires, if it fires by clocks. */
    static Optional<ZoneId> zone(Schedule schedule) {
        return schedule.fold(
                cron -> Optional.of(cron.zone()),
                every -> Optional.empty(),
                once -> Optional.empty(),
                manual -> Optional.empty());
    }

    /** The words, and below them what they were made from, if they were made from something. */
    static Html told(Visit visit, Schedule schedule) {
        String source = schedule.fold(
                cron -> cron.expression() + " (" + cron.zone().getId() + ")", every -> "", once -> "", manual -> "");
        Tag told = Tag.of("span").text(words(visit, schedule));
        return source.isEmpty() ? told : told.add(Tag.of("small", "below mono").text(source));
    }

    /** In the largest unit in which it is whole; 24 hours are no day, which may have 23. */
    private static String every(Visit visit, Duration interval) {
        long seconds = interval.toSeconds();
        if (seconds == 0 || !interval.equals(Duration.ofSeconds(seconds))) {
            return visit.say("schedule.every", Parts.span(interval));
        }
        if (seconds % HOUR == 0) {
            return steps(visit, seconds / HOUR, "schedule.each-hour", "schedule.each-hours");
        }
        return seconds % MINUTE == 0
                ? steps(visit, seconds / MINUTE, "cron.minute", "cron.minute-step")
                : steps(visit, seconds, "cron.second", "cron.second-step");
    }

    private static String steps(Visit visit, long count, String one, String several) {
        return count == 1 ? visit.say(one) : visit.say(several, count);
    }

    private static String within(Visit visit, Window window, String words) {
        String begun = window.from()
                .map(from -> visit.say("schedule.from", words, Visit.when(from)))
                .orElse(words);
        return window.until()
                .map(until -> visit.say("schedule.until", begun, Visit.when(until)))
                .orElse(begun);
    }
}
