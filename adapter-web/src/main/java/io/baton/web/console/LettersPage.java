package io.baton.web.console;

import io.baton.application.office.Office;
import io.baton.domain.access.Role;
import io.baton.domain.queue.DeadLetter;
import java.util.List;

/** Messages that were set aside: looked at, replayed, deleted. */
final class LettersPage {
    private static final int SHOWN = 200;

    private final Office.Counters counters;

    LettersPage(Office.Counters counters) {
        this.counters = counters;
    }

    String page(Visit visit) {
        List<DeadLetter> letters = counters.letters().all(visit.who());
        boolean may = visit.may(Role.OPERATOR);
        List<Tag> rows = letters.stream()
                .limit(SHOWN)
                .map(letter -> row(visit, letter, may))
                .toList();
        Html table = Parts.table(
                List.of(
                        "",
                        visit.say("letter.at"),
                        visit.say("run.node"),
                        visit.say("letter.reason"),
                        visit.say("letter.message")),
                rows,
                visit.say("letters.none"));
        Html body = may && !letters.isEmpty()
                ? Tag.of("form")
                        .flag("data-bulk", true)
                        .with("data-all", visit.say("act.check-all"))
                        .add(table, bulk(visit))
                : table;
        return Shell.page(
                visit, visit.say("letters.title"), Tag.of("p", "about").text(visit.say("letters.about")), body);
    }

    private static Tag row(Visit visit, DeadLetter letter, boolean may) {
        Html pick = may
                ? Tag.of("input")
                        .with("type", "checkbox")
                        .with("name", "pick")
                        .with("value", letter.id())
                        .with("aria-label", visit.say("letter.pick", letter.id()))
                : Html.NOTHING;
        return Parts.row(
                pick,
                Parts.time(letter.at()),
                Html.text(letter.node().text()),
                Html.text(letter.reason()),
                Tag.of("details")
                        .add(
                                Tag.of("summary").text(shortened(letter.raw())),
                                Tag.of("pre").text(letter.raw())));
    }

    private static String shortened(String raw) {
        return raw.length() <= 60 ? raw : raw.substring(0, 60) + "…";
    }

    private static Html bulk(Visit visit) {
        return Tag.of("p", "tools bulk")
                .add(
                        Tag.of("button")
                                .with("type", "button")
                                .with("data-each", "POST /api/v1/dead-letters/{}/replay")
                                .text(visit.say("act.replay")),
                        Tag.of("button", "danger")
                                .with("type", "button")
                                .with("data-each", "DELETE /api/v1/dead-letters/{}")
                                .with("data-ask", visit.say("ask.delete-picked"))
                                .text(visit.say("act.delete")));
    }
}
