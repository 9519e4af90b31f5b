package io.baton.web.console;

import io.baton.application.access.Caller;
import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.domain.job.Job;
import io.baton.domain.schedule.DueTimes;
import io.baton.web.console.Tally.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The past day: what was expected, and what became of it. */
final class PastPage {
    private static final int SHOWN = 100;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 10;

    /** 10 s: the day is compared anew as seldom as that, for it costs the database hundreds of questions. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Office.Counters counters;
    private final Desk.Look look;
    private final Shared<Past> shared = new Shared<>(FRESH, this::read);

    /** @param from from where on all rows were read; @param cut whether there were more of these than fit */
    private record Past(Instant from, Instant until, boolean cut, PastDay day) {}

    PastPage(Office.Counters counters, Desk.Look look) {
        this.counters = counters;
        this.look = look;
    }

    Html content(Visit visit) {
        Past past = shared.of(visit.who());
        return Html.all(List.of(
                Tag.of("p", "about").text(visit.say("past.about", Parts.span(Tally.LATE))),
                Tag.of("p").add(Parts.time(past.from()), Html.text(" – "), Parts.time(past.until())),
                bounds(visit, past),
                Parts.card(visit.say("past.hours"), hours(visit, past.day())),
                Parts.card(visit.say("past.jobs"), jobs(visit, past.day()))));
    }

    private Past read(Caller who) {
        Instant now = counters.cluster().now(who);
        PastRuns runs = new PastRuns(
                query -> counters.runs().search(who, query), now.minus(Duration.ofDays(1)), now, PastRuns.MOST);
        PastDay day = new PastDay(counters.jobs(), who, new DueTimes(look.crons()), runs, now);
        return new Past(runs.from(), now, runs.cut(), day);
    }

    private static Html bounds(Visit visit, Past past) {
        List<Html> lines = new ArrayList<>();
        if (past.cut()) {
            lines.add(Tag.of("p", "problems").text(visit.say("past.cut-runs", PastRuns.MOST)));
        }
        if (past.day().cut()) {
            lines.add(Tag.of("p", "problems").text(visit.say("past.cut-jobs", PastDay.MOST_JOBS, PastDay.MOST_TIMES)));
        }
        return Html.all(lines);
    }

    private static Html hours(Visit visit, PastDay day) {
        List<Tag> rows = day.hours().entrySet().stream()
                .map(hour -> row(visit, Parts.time(hour.getKey()), hour.getValue()))
                .toList();
        return Parts.table(headings(visit, "schedule.hour"), rows, visit.say("past.nothing"));
    }

    private static Html jobs(Visit visit, PastDay day) {
        List<Map.Entry<Job, Tally>> worst = day.byJob().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Job, Tally> entry) ->
                                -entry.getValue().of(Fate.ABSENT))
                        .thenComparing(entry -> -entry.getValue().wrong()))
                .toList();
        List<Tag> rows = worst.stream()
                .limit(SHOWN)
                .map(entry -> row(visit, Parts.job(entry.getKey().key()), entry.getValue()))
                .toList();
        Html table = Parts.table(headings(visit, "job.name"), rows, visit.say("past.nothing"));
        return worst.size() <= SHOWN
                ? table
                : Html.all(List.of(table, Tag.of("p", "nothing").text(visit.say("past.more", SHOWN, worst.size()))));
    }

    private static List<String> headings(Visit visit, String first) {
        return List.of(
                visit.say(first),
                visit.say("past.expected"),
                "",
                visit.say("past.on-time"),
                visit.say("past.late"),
                visit.say("past.failed"),
                visit.say("past.skipped"),
                visit.say("past.open"),
                visit.say("past.absent"));
    }

    private static Tag row(Visit visit, Html first, Tally tally) {
        return Parts.row(
                first,
                Html.text(String.valueOf(tally.expected())),
                share(tally),
                number(tally, Fate.ON_TIME, ""),
                number(tally, Fate.LATE, "waiting"),
                number(tally, Fate.FAILED, "failed"),
                Tag.of("span").add(number(tally, Fate.SKIPPED, "skipped"), reasons(visit, tally)),
                number(tally, Fate.OPEN, ""),
                number(tally, Fate.ABSENT, "lost"));
    }

    private static Html number(Tally tally, Fate fate, String kind) {
        int count = tally.of(fate);
        if (count == 0) {
            return Tag.of("small").text("–");
        }
        return kind.isEmpty() ? Html.text(String.valueOf(count)) : Parts.badge(kind, String.valueOf(count), "");
    }

    private static Html reasons(Visit visit, Tally tally) {
        String words = tally.reasons().entrySet().stream()
                .map(reason -> visit.say("reason." + reason.getKey().name()) + " × " + reason.getValue())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Html.NOTHING : Tag.of("small", "below").text(words);
    }

    /** The shares as one bar; the numbers stand beside it. */
    private static Html share(Tally tally) {
        Tag svg = Tag.of("svg", "share")
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true");
        int from = 0;
        int sum = 0;
        for (Fate fate : Fate.values()) {
            sum += tally.of(fate);
            int to = (int) ((long) WIDTH * sum / Math.max(1, tally.expected()));
            if (to > from) {
                svg.add(Tag.of("rect", colour(fate))
                        .with("x", String.valueOf(from))
                        .with("width", String.valueOf(to - from))
                        .with("height", String.valueOf(HEIGHT)));
            }
            from = to;
        }
        return svg;
    }

    private static String colour(Fate fate) {
        return switch (fate) {
            case ON_TIME -> "good";
            case LATE, SKIPPED -> "warn";
            case FAILED, ABSENT -> "bad";
            case OPEN -> "calm";
        };
    }
}
