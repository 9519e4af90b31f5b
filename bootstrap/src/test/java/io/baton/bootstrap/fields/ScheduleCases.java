package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.fields.FieldCase.Given;
import io.baton.bootstrap.fields.FieldCase.Promise;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.schedule.DueTimes;
import io.baton.domain.task.TaskRow;
import io.baton.quartz.QuartzCronParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code schedule}: each kind fires at its due times, each of them once, and at no others. */
final class ScheduleCases {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Map<String, Object> CRON = Map.of("cron", "* * * * * ?", "zone", "UTC");
    private static final Map<String, Object> EVERY = Map.of("every", "1s");

    private ScheduleCases() {}

    static List<FieldCase> all() {
        return List.of(
                FieldCase.of("cron of Quartz", cron("0/2 * * * * ?"), everyOther(2, 3)),
                FieldCase.of("cron of Unix", cron("* * * * *"), ScheduleCases::wholeMinutes),
                FieldCase.of("cron of six stars", cron("* * * * * *"), everyOther(1, 3)),
                new FieldCase("cron with a year", () -> cronOfYear(due(8))),
                new FieldCase("cron in a zone", () -> cronInZone(due(8))),
                new FieldCase("cron without zone", () -> cronWithoutZone(due(8))),
                new FieldCase("cron from", () -> window(CRON, from(due(8)))),
                new FieldCase("cron until", () -> window(CRON, until(due(12)))),
                new FieldCase("cron from until", () -> window(CRON, fromUntil(due(8)))),
                FieldCase.of("every", schedule(Map.of("every", "2s")), everyOther(2, 3)),
                new FieldCase("every from", () -> window(EVERY, from(due(8)))),
                new FieldCase("every until", () -> window(EVERY, until(due(12)))),
                new FieldCase("every from until", () -> window(EVERY, fromUntil(due(8)))),
                new FieldCase("once", () -> once(due(8))),
                FieldCase.of("manual", schedule(Map.of("manual", true)), ScheduleCases::byHandOnly));
    }

    private static Map<String, Object> schedule(Map<String, Object> schedule) {
        return Map.of("schedule", schedule);
    }

    private static Map<String, Object> cron(String expression) {
        return schedule(Map.of("cron", expression, "zone", "UTC"));
    }

    private static Instant due(int seconds) {
        return CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    }

    private static Promise everyOther(int seconds, int times) {
        return (site, job) -> {
            Ledger ledger = site.ledger();
            ledger.when(
                    "firings of " + job + " without a gap",
                    () -> ledger.succeeded(job),
                    dues -> dues.size() >= times && gapless(dues, Duration.ofSeconds(seconds)));
            eachOnce(ledger, job);
        };
    }

    private static boolean gapless(List<Instant> dues, Duration step) {
        return IntStream.range(1, dues.size())
                .allMatch(i -> dues.get(i).equals(dues.get(i - 1).plus(step)));
    }

    private static void wholeMinutes(Site site, String job) {
        Ledger ledger = site.ledger();
        ledger.when("a firing of " + job, () -> ledger.succeeded(job), dues -> !dues.isEmpty());
        assertThat(ledger.succeeded(job)).allMatch(due -> due.equals(due.truncatedTo(ChronoUnit.MINUTES)));
        eachOnce(ledger, job);
    }

    /** Due once in this year; that it is in no other year is asked of its schedule. */
    private static Given cronOfYear(Instant due) {
        ZonedDateTime then = due.atZone(ZoneOffset.UTC);
        String cron = "%d %d %d %d %d ? %d"
                .formatted(
                        then.getSecond(),
                        then.getMinute(),
                        then.getHour(),
                        then.getDayOfMonth(),
                        then.getMonthValue(),
                        then.getYear());
        return new Given(cron(cron), (site, job) -> {
            only(site, job, List.of(due));
            assertThat(new DueTimes(new QuartzCronParser())
                            .next(site.ledger().job(job).schedule(), due))
                    .isEmpty();
        });
    }

    /** Half an hour beside every whole-hour zone, so that a zone that is not heeded shows. */
    private static Given cronInZone(Instant due) {
        ZoneId zone = ZoneId.of("Asia/Kolkata");
        return new Given(
                schedule(Map.of("cron", daily(due, zone), "zone", zone.getId())),
                (site, job) -> only(site, job, List.of(due)));
    }

    private static Given cronWithoutZone(Instant due) {
        ZoneId zone = ZoneId.systemDefault();
        return new Given(schedule(Map.of("cron", daily(due, zone))), (site, job) -> {
            assertThat(site.ledger().job(job).schedule())
                    .isInstanceOfSatisfying(
                            Schedule.Cron.class, cron -> assertThat(cron.zone()).isEqualTo(zone));
            only(site, job, List.of(due));
        });
    }

    private static String daily(Instant due, ZoneId zone) {
        ZonedDateTime there = due.atZone(zone);
        return there.getSecond() + " " + there.getMinute() + " " + there.getHour() + " * * ?";
    }

    private static Window from(Instant from) {
        return new Window(Optional.of(from), Optional.empty());
    }

    private static Window until(Instant until) {
        return new Window(Optional.empty(), Optional.of(until));
    }

    private static Window fromUntil(Instant from) {
        return new Window(Optional.of(from), Optional.of(from.plusSeconds(3)));
    }

    /** A job that would be due every second. */
    private static Given window(Map<String, Object> everySecond, Window window) {
        Map<String, Object> schedule = new HashMap<>(everySecond);
        window.from().ifPresent(from -> schedule.put("from", from.toString()));
        window.until().ifPresent(until -> schedule.put("until", until.toString()));
        return new Given(schedule(schedule), (site, job) -> {
            Ledger ledger = site.ledger();
            window.until().ifPresent(until -> ledger.pass(until.plusSeconds(3)));
            Instant created = ledger.job(job).revision().effectiveFrom();
            Instant from = window.from().filter(created::isBefore).orElse(created);
            List<Instant> dues = ledger.when(
                    "firings of " + job + " in all of its window",
                    () -> ledger.succeeded(job),
                    now -> now.size() >= 3 && gapless(now, SECOND) && reaches(now, from, window.until()));
            assertThat(dues).allMatch(window::holds);
            eachOnce(ledger, job);
        });
    }

    /** Whether no more than a second lies between the first and the last due time and the ends. */
    private static boolean reaches(List<Instant> dues, Instant from, Optional<Instant> until) {
        Instant first = dues.get(0);
        Instant last = dues.get(dues.size() - 1);
        return !first.minus(SECOND).isAfter(from)
                && until.map(end -> !last.plus(SECOND).isBefore(end)).orElse(true);
    }

    private static Given once(Instant due) {
        return new Given(schedule(Map.of("once", due.toString())), (site, job) -> only(site, job, List.of(due)));
    }

    private static void only(Site site, String job, List<Instant> dues) {
        Ledger ledger = site.ledger();
        ledger.when("firings of " + job, () -> ledger.succeeded(job), ended -> ended.size() >= dues.size());
        ledger.pass(dues.get(dues.size() - 1).plusSeconds(3));
        assertThat(ledger.rows(job)).extracting(r -> r.terms().scheduledAt()).isEqualTo(dues);
        eachOnce(ledger, job);
    }

    private static void byHandOnly(Site site, String job) {
        Ledger ledger = site.ledger();
        ledger.pass(CLOCK.instant().plusSeconds(2));
        String task = ledger.ask(job, "by-hand");

        assertThat(ledger.end(task)).isEqualTo("SUCCEEDED");
        assertThat(ledger.rows(job)).extracting(r -> r.id().toString()).containsExactly(job + "@r-by-hand");
    }

    /** Each task that is over was called once, however many nodes fired it. */
    static void eachOnce(Ledger ledger, String job) {
        for (TaskRow row : ledger.rows(job)) {
            if (Ledger.words(row).equals("SUCCEEDED")) {
                assertThat(ledger.calls(job))
                        .filteredOn(call -> call.key().task().equals(row.id().toString()))
                        .hasSize(1);
            }
        }
    }
}
