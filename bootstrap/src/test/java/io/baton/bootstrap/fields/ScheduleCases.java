package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.fields.FieldCase.Given;
import io.baton.bootstrap.fields.FieldCase.Promise;
import io.baton.domain.job.Schedule;
import io.baton.domain.task.TaskRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** {@code schedule}: each kind fires at its due times, each of them once, and at no others. */
final class ScheduleCases {
    private static final Clock CLOCK = Clock.systemUTC();

    private ScheduleCases() {}

    static List<FieldCase> all() {
        return List.of(
                FieldCase.of("cron of Quartz", cron("0/2 * * * * ?"), everyOther(2, 3)),
                FieldCase.of("cron of Unix", cron("* * * * *"), ScheduleCases::wholeMinutes),
                FieldCase.of("cron of six stars", cron("* * * * * *"), everyOther(1, 3)),
                FieldCase.of("cron without zone", schedule(Map.of("cron", "0 0 6 * * ?")), ScheduleCases::zoneOfJvm),
                new FieldCase("cron in a zone", () -> cronInZone(due(6))),
                new FieldCase("cron from until", () -> window("cron", "* * * * * ?", due(5))),
                FieldCase.of("every", schedule(Map.of("every", "2s")), everyOther(2, 3)),
                new FieldCase("every from until", () -> window("every", "1s", due(5))),
                new FieldCase("once", () -> once(due(4))),
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
            ledger.when("firings of " + job, () -> ledger.succeeded(job), dues -> dues.size() >= times);
            List<Instant> dues =
                    ledger.rows(job).stream().map(r -> r.terms().scheduledAt()).toList();
            for (int i = 1; i < dues.size(); i++) {
                assertThat(Duration.between(dues.get(i - 1), dues.get(i))).isEqualTo(Duration.ofSeconds(seconds));
            }
            eachOnce(ledger, job);
        };
    }

    private static void wholeMinutes(Site site, String job) {
        Ledger ledger = site.ledger();
        ledger.when("a firing of " + job, () -> ledger.succeeded(job), dues -> !dues.isEmpty());
        assertThat(ledger.succeeded(job)).allMatch(due -> due.equals(due.truncatedTo(ChronoUnit.MINUTES)));
        eachOnce(ledger, job);
    }

    private static void zoneOfJvm(Site site, String job) {
        assertThat(site.ledger().job(job).schedule())
                .isInstanceOfSatisfying(
                        Schedule.Cron.class, cron -> assertThat(cron.zone()).isEqualTo(ZoneId.systemDefault()));
    }

    /** Half an hour beside every whole-hour zone, so that a zone that is not heeded shows. */
    private static Given cronInZone(Instant due) {
        ZonedDateTime there = due.atZone(ZoneId.of("Asia/Kolkata"));
        String cron = there.getSecond() + " " + there.getMinute() + " " + there.getHour() + " * * ?";
        return new Given(
                schedule(Map.of("cron", cron, "zone", "Asia/Kolkata")), (site, job) -> only(site, job, List.of(due)));
    }

    private static Given window(String kind, String value, Instant from) {
        Map<String, Object> schedule = Map.of(
                kind,
                value,
                "zone",
                "UTC",
                "from",
                from.toString(),
                "until",
                from.plusSeconds(3).toString());
        return new Given(schedule(schedule), (site, job) -> {
            Ledger ledger = site.ledger();
            ledger.pass(from.plusSeconds(6));
            ledger.when("firings of " + job, () -> ledger.succeeded(job), dues -> dues.size() >= 3);
            assertThat(ledger.rows(job))
                    .extracting(r -> r.terms().scheduledAt())
                    .hasSizeBetween(3, 4)
                    .allMatch(due -> !due.isBefore(from) && !due.isAfter(from.plusSeconds(3)));
            eachOnce(ledger, job);
        });
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
