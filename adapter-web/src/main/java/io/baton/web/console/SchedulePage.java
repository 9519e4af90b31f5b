package io.baton.web.console;

import io.baton.application.access.Caller;
import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.domain.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is due in the coming day, hour by hour; or the past day. */
final class SchedulePage {
    private static final int MOST = 20_000;
    private static final int SHOWN = 50;
    /** 10 s: little of a day. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Office.Counters counters;
    private final Upcoming upcoming;
    private final PastPage past;
    private final Shared<Coming> coming = new Shared<>(FRESH, this::read);

    /** @param cut whether jobs or due times were left out */
    private record Coming(List<Upcoming.Due> next, Map<Instant, Map<String, Long>> hours, boolean cut) {}

    SchedulePage(Office.Counters counters, Desk.Look look, Upcoming upcoming) {
        this.counters = counters;
        this.upcoming = upcoming;
        this.past = new PastPage(counters, look);
    }

    String page(Visit visit) {
        boolean back = visit.asked("day").equals("past");
        return Shell.page(
                visit,
                visit.say("schedule.title"),
                Tag.of("p", "tools")
                        .add(
                                day("/schedule", visit.say("schedule.coming"), !back),
                                day("/schedule?day=past", visit.say("schedule.past"), back)),
                back ? past.content(visit) : coming(visit));
    }

    private static Tag day(String address, String words, boolean here) {
        Tag link = Parts.link(address, words).with("class", here ? "button primary" : "button");
        return here ? link.with("aria-current", "true") : link;
    }

    private Html coming(Visit visit) {
        Coming day = coming.of(visit.who());
        return Html.all(List.of(
                Parts.card(visit.say("schedule.hours"), hours(visit, day.hours()), bounds(visit, day)),
                Parts.card(visit.say("schedule.next"), next(visit, day.next()))));
    }

    private Coming read(Caller who) {
        Instant now = counters.cluster().now(who);
        List<Job> jobs = counters.jobs().all(who);
        List<Upcoming.Due> due = upcoming.next(jobs, now, now.plus(Duration.ofDays(1)), MOST);
        Map<Instant, Map<String, Long>> hours = new TreeMap<>();
        due.forEach(one -> hours.computeIfAbsent(one.at().truncatedTo(ChronoUnit.HOURS), hour -> new TreeMap<>())
                .merge(one.job().key().toString(), 1L, Long::sum));
        return new Coming(
                due.stream().limit(SHOWN).toList(), hours, due.size() >= MOST || jobs.size() > Upcoming.MOST_JOBS);
    }

    private static Html hours(Visit visit, Map<Instant, Map<String, Long>> hours) {
        long most = hours.values().stream().mapToLong(SchedulePage::sum).max().orElse(1);
        List<Tag> rows = hours.entrySet().stream()
                .map(hour -> Parts.row(
                        Parts.time(hour.getKey()),
                        Tag.of("span", "bar")
                                .add(Tag.of("meter")
                                        .with("max", String.valueOf(most))
                                        .with("value", String.valueOf(sum(hour.getValue())))
                                        .with("aria-label", visit.say("schedule.firings")))
                                .add(Tag.of("small").text(String.valueOf(sum(hour.getValue())))),
                        Tag.of("small")
                                .text(hour.getValue().entrySet().stream()
                                        .limit(6)
                                        .map(job -> job.getKey() + " × " + job.getValue())
                                        .collect(Collectors.joining(", ")))))
                .toList();
        return Parts.table(
                List.of(visit.say("schedule.hour"), visit.say("schedule.firings"), visit.say("nav.jobs")),
                rows,
                visit.say("schedule.nothing"));
    }

    private static long sum(Map<String, Long> jobs) {
        return jobs.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Html bounds(Visit visit, Coming day) {
        return day.cut()
                ? Tag.of("p", "nothing").text(visit.say("schedule.cut", MOST, Upcoming.MOST_JOBS))
                : Html.NOTHING;
    }

    private static Html next(Visit visit, List<Upcoming.Due> due) {
        List<Tag> rows = due.stream()
                .map(one -> Parts.row(
                        Parts.time(one.at()),
                        Parts.job(one.job().key()),
                        Tag.of("code").text(one.job().spec().work().target().text())))
                .toList();
        return Parts.table(
                List.of(visit.say("job.next"), visit.say("job.name"), visit.say("job.target")),
                rows,
                visit.say("schedule.nothing"));
    }
}
