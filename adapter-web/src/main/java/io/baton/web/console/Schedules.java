package io.baton.web.console;

import io.baton.domain.job.Schedule;

/** Schedules in words. */
final class Schedules {
    private Schedules() {}

    static String words(Visit visit, Schedule schedule) {
        return schedule.fold(
                cron -> cron.expression() + " (" + cron.zone().getId() + ")",
                every -> visit.say("schedule.every", Parts.span(every.interval())),
                once -> visit.say("schedule.once", Visit.when(once.at())),
                manual -> visit.say("schedule.manual"));
    }
}
