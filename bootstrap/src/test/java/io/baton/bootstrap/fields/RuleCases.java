package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.fields.FieldCase.Promise;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Misfire;
import io.baton.domain.job.MisfireRule;
import io.baton.domain.task.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code timeout}, {@code retry}, {@code enabled}, {@code data}, defaults, and what is for the eye. */
final class RuleCases {
    private RuleCases() {}

    static List<FieldCase> all() {
        return List.of(
                FieldCase.of(
                        "timeout that interrupts",
                        Map.of("target", "probe.take(600000)", "timeout", "1s"),
                        RuleCases::interrupted),
                FieldCase.of("no timeout", Map.of("target", "probe.take(1500)"), ends("SUCCEEDED", 1)),
                FieldCase.of(
                        "timeout that is ignored",
                        Map.of("target", "probe.insist(4000)", "timeout", "1s", "overlap", "queue"),
                        RuleCases::keepsItsTurn),
                FieldCase.of("no retry", Map.of("target", "probe.failBefore(9)"), ends("FAILED", 1)),
                FieldCase.of(
                        "retry until the last attempt fails", failing(9, 3, Map.of("delay", "1s")), ends("FAILED", 3)),
                FieldCase.of("retry until one succeeds", failing(2, 3, Map.of("delay", "1s")), ends("SUCCEEDED", 2)),
                FieldCase.of(
                        "retry with a factor",
                        failing(3, 3, Map.of("delay", "1s", "factor", 3.0)),
                        (site, job) -> backsOff(site, job, Duration.ofSeconds(1), Duration.ofSeconds(3))),
                FieldCase.of(
                        "retry with a longest delay",
                        failing(3, 3, Map.of("delay", "1s", "factor", 100.0, "max-delay", "2s")),
                        (site, job) -> backsOff(site, job, Duration.ofSeconds(1), Duration.ofSeconds(2))),
                FieldCase.of(
                        "retry after a timeout",
                        Map.of(
                                "target",
                                "probe.take(600000)",
                                "timeout",
                                "500ms",
                                "retry",
                                Map.of("attempts", 2, "delay", "100ms")),
                        ends("TIMED_OUT", 2)),
                FieldCase.of(
                        "enabled false",
                        Map.of("enabled", false, "schedule", Map.of("every", "1s")),
                        RuleCases::pausedUntilResumed),
                FieldCase.of("data", Map.of("data", Map.of("month", "十一月", "deep", List.of(1, 2.5))), RuleCases::data),
                FieldCase.of(
                        "title description tags",
                        Map.of("title", "打个招呼", "description", "says\nhello", "tags", List.of("a", "ü")),
                        RuleCases::about),
                FieldCase.of("defaults", Map.of(), RuleCases::defaults));
    }

    private static Map<String, Object> failing(int before, int attempts, Map<String, Object> retry) {
        Map<String, Object> all = new java.util.HashMap<>(retry);
        all.put("attempts", attempts);
        return Map.of("target", "probe.failBefore(" + before + ")", "retry", all);
    }

    private static Promise ends(String words, int attempts) {
        return (site, job) -> {
            Ledger ledger = site.ledger();
            String task = ledger.ask(job, "one");
            assertThat(ledger.end(task)).isEqualTo(words);
            assertThat(ledger.row(task).attempt()).isEqualTo(attempts);
            assertThat(ledger.calls(job)).hasSize(attempts);
            assertThat(ledger.attempts(task)).hasSize(attempts - 1);
        };
    }

    private static void interrupted(Site site, String job) {
        Ledger ledger = site.ledger();
        String task = ledger.ask(job, "one");
        assertThat(ledger.end(task)).isEqualTo("TIMED_OUT");
        Call call = ledger.call(task, 1);
        assertThat(call.interrupted()).isTrue();
        assertThat(Duration.between(call.span().began(), call.span().ended())).isGreaterThan(Duration.ofMillis(500));
    }

    private static void keepsItsTurn(Site site, String job) {
        Ledger ledger = site.ledger();
        String first = ledger.ask(job, "first");
        ledger.started(first);
        String second = site.ledger(1).ask(job, "second");
        assertThat(ledger.end(first)).isEqualTo("TIMED_OUT");
        assertThat(ledger.end(second)).isEqualTo("TIMED_OUT");
        Call call = ledger.call(first, 1);
        assertThat(call.interrupted()).isTrue();
        assertThat(Duration.between(call.span().began(), call.span().ended())).isGreaterThan(Duration.ofMillis(3500));
        assertThat(call.overlaps(ledger.call(second, 1))).isFalse();
    }

    /** The delays are those between the recorded end of an attempt and the start of the next. */
    private static void backsOff(Site site, String job, Duration... delays) {
        Ledger ledger = site.ledger();
        String task = ledger.ask(job, "one");
        assertThat(ledger.end(task)).isEqualTo("SUCCEEDED");
        List<Attempt> before = ledger.attempts(task);
        assertThat(before).hasSize(delays.length);
        for (int i = 0; i < delays.length; i++) {
            Instant next = i + 1 < delays.length
                    ? before.get(i + 1).span().startedAt().orElseThrow()
                    : ledger.row(task).story().startedAt().orElseThrow();
            assertThat(Duration.between(before.get(i).span().finishedAt(), next))
                    .isGreaterThanOrEqualTo(delays[i])
                    .isLessThan(delays[i].plusSeconds(60));
        }
    }

    private static void pausedUntilResumed(Site site, String job) {
        Ledger ledger = site.ledger();
        ledger.pass(Clock.systemUTC().instant().plusSeconds(3));
        assertThat(ledger.end(ledger.ask(job, "by-hand"))).isEqualTo("SUCCEEDED");
        assertThat(ledger.rows(job)).hasSize(1);

        site.ledger(1).desk().work().jobs().enable(ledger.job(job).key(), true);

        ledger.when("firings of " + job, () -> ledger.succeeded(job), dues -> dues.size() >= 3);
        ScheduleCases.eachOnce(ledger, job);
    }

    private static void data(Site site, String job) {
        Ledger ledger = site.ledger();
        String own = ledger.ask(job, "own");
        String given = ledger.ask(job, "given", Optional.of(new JsonText("{\"month\":\"december\"}")));
        ledger.end(own);
        ledger.end(given);

        assertThat(ledger.call(own, 1).data()).contains("\"month\":\"十一月\"", "\"deep\":[1,2.5]");
        assertThat(ledger.call(given, 1).data()).isEqualTo("{\"month\":\"december\"}");
    }

    private static void about(Site site, String job) {
        var about = site.ledger(1).job(job).spec().about();
        assertThat(about.title()).isEqualTo("打个招呼");
        assertThat(about.description()).isEqualTo("says\nhello");
        assertThat(about.tags()).containsExactly("a", "ü");
    }

    private static void defaults(Site site, String job) {
        var read = site.ledger().job(job);
        assertThat(read.enabled()).isTrue();
        assertThat(read.rules().delivery()).isEqualTo(Delivery.AT_MOST_ONCE);
        assertThat(read.rules().misfire()).isEqualTo(new MisfireRule(Misfire.FIRE_ONCE, Duration.ofSeconds(60)));
        assertThat(read.rules().timeout()).isEmpty();
        assertThat(site.ledger().ask(job, "one")).isEqualTo(job + "@r-one");
        assertThat(site.ledger().end(job + "@r-one")).isEqualTo("SUCCEEDED");
    }
}
