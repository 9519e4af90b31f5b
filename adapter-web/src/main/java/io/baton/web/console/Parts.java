package io.baton.web.console;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.log.Progress;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What pages are made of. */
final class Parts {
    private static final DateTimeFormatter IN_ZONE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Parts() {}

    static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Tag link(String address, String text) {
        return Tag.of("a").with("href", address).text(text);
    }

    static Tag job(JobKey key) {
        return link("/jobs/" + url(key.toString()), key.toString());
    }

    /** The tags of a job, each leading to the jobs that have it. */
    static Html tags(Job job) {
        List<Tag> links = job.spec().about().tags().stream()
                .map(tag -> link("/jobs?tag=" + url(tag), tag).with("class", "tag"))
                .toList();
        return links.isEmpty() ? Html.NOTHING : Tag.of("span", "tags").add(links);
    }

    static Tag run(TaskId task) {
        return link("/runs/" + url(task.toString()), task.toString()).with("class", "mono");
    }

    /** A time; the page's script shows it in the reader's zone. */
    static Html time(Instant at) {
        String iso = Visit.when(at);
        return Tag.of("time").with("datetime", iso).text(iso.replace("T", " "));
    }

    /** As the clocks of that zone show it. */
    static Html time(Instant at, ZoneId zone) {
        return Tag.of("time")
                .with("datetime", Visit.when(at))
                .with("data-zone", zone.getId())
                .text(IN_ZONE.format(at.atZone(zone)));
    }

    static Html time(Optional<Instant> at) {
        return at.map(Parts::time).orElseGet(() -> Html.text("–"));
    }

    static String span(Duration length) {
        long millis = Math.max(0, length.toMillis());
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return millis < 3_600_000
                ? length.toMinutes() + " min" + rest(length.toSecondsPart(), "s")
                : length.toHours() + " h" + rest(length.toMinutesPart(), "min");
    }

    private static String rest(int number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }

    /** A piece of a page with a heading. */
    static Tag card(String heading, Html... content) {
        return Tag.of("section", "card").add(Tag.of("h2").text(heading)).add(content);
    }

    /** A piece that is renewed when something changes. @param id unique on its page */
    static Tag live(String id, Html... content) {
        return Tag.of("div").with("id", id).flag("data-live", true).add(content);
    }

    /** A table, or the words if it has no rows. */
    static Html table(List<String> headings, List<Tag> rows, String nothing) {
        if (rows.isEmpty()) {
            return Tag.of("p", "nothing").text(nothing);
        }
        Tag head = Tag.of("tr");
        headings.forEach(heading -> head.add(Tag.of("th").with("scope", "col").text(heading)));
        return Tag.of("div", "scroll")
                .add(Tag.of("table")
                        .add(Tag.of("thead").add(head))
                        .add(Tag.of("tbody").add(rows)));
    }

    static Tag row(Html... cells) {
        Tag row = Tag.of("tr");
        for (Html cell : cells) {
            row.add(Tag.of("td").add(cell));
        }
        return row;
    }

    static Html text(String text) {
        return Html.text(text.isEmpty() ? "–" : text);
    }

    /** A task's state, or its outcome once it has one. */
    static Html badge(Visit visit, TaskRow row) {
        return row.story()
                .end()
                .map(end -> {
                    String why = end.reason() == io.baton.domain.task.Reason.NONE
                            ? ""
                            : visit.say("reason." + end.reason().name());
                    return badge(
                            end.outcome().name(),
                            visit.say("outcome." + end.outcome().name()),
                            why);
                })
                .orElseGet(() -> badge(
                        row.state().name(), visit.say("state." + row.state().name()), ""));
    }

    /** @param kind decides the colour */
    static Tag badge(String kind, String text, String title) {
        Tag badge = Tag.of("span", "badge " + kind.toLowerCase(Locale.ROOT)).text(text);
        return title.isEmpty() ? badge : badge.with("title", title).text(" · " + title);
    }

    static Html progress(Optional<Progress> progress) {
        return progress.<Html>map(p -> Tag.of("span", "progress")
                        .add(Tag.of("progress")
                                .with("max", "100")
                                .with("value", String.valueOf(p.percent()))
                                .with("aria-label", p.percent() + " %"))
                        .add(Tag.of("small")
                                .text(p.percent() + " %" + (p.message().isEmpty() ? "" : " · " + p.message()))))
                .orElse(Html.NOTHING);
    }

    /** How full something is, 0..1. */
    static Html meter(String label, double share) {
        return Tag.of("span", "meter")
                .add(Tag.of("meter")
                        .with("min", "0")
                        .with("max", "1")
                        .with("low", "0.6")
                        .with("high", "0.85")
                        .with("optimum", "0")
                        .with("value", String.format(Locale.ROOT, "%.2f", share))
                        .with("aria-label", label))
                .add(Tag.of("small").text(Math.round(share * 100) + " %"));
    }

    /** A button that calls the API. @param call method and path */
    static Tag button(String text, String call) {
        return Tag.of("button").with("type", "button").with("data-call", call).text(text);
    }

    /** A button that asks first. */
    static Tag carefulButton(String text, String call, String question) {
        return button(text, call).with("class", "danger").with("data-ask", question);
    }

    /** A number that matters, large. */
    static Tag figure(String label, String value, String note) {
        return Tag.of("div", "figure")
                .add(
                        Tag.of("b").text(value),
                        Tag.of("span").text(label),
                        Tag.of("small").text(note));
    }
}
