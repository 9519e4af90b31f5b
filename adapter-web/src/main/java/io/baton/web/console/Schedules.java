package io.baton.web.console;

import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;

/** Schedules in words. */
final class Schedules {
    private Schedules() {}

    static String words(Visit visit, Schedule schedule) {
        return schedule.fold(
                cron -> within(
                        visit,
                        cron.window(),
                        CronWords.of(visit.manner().tongue(), cron.expression()).orElse(cron.expression())),
                every -> within(visit, every.window(), visit.say("schedule.every", Parts.span(every.interval()))),
                once -> visit.say("schedule.once", Visit.when(once.at())),
                manual -> visit.say("schedule.manual"));
    }

    /** The words, and below them what they were made from, if they were made from something. */
    static Html told(Visit visit, Schedule schedule) {
        String source = schedule.fold(
                cron -> cron.expression() + " (" + cron.zone().getId() + ")", every -> "", once -> "", manual -> "");
        Tag told = Tag.of("span").text(words(visit, schedule));
        return source.isEmpty() ? told : told.add(Tag.of("small", "below mono").text(source));
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
