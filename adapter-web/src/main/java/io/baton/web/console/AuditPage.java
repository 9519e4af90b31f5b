package io.baton.web.console;

import io.baton.application.access.AuditBook;
import io.baton.domain.access.AuditEntry;
import io.baton.domain.port.AuditLog.Filter;
import io.baton.domain.port.AuditLog.Query;
import java.util.List;
import java.util.Optional;

/** Who did what, when, from where, before and after. */
final class AuditPage {
    private static final int PAGE = 50;

    private final AuditBook audit;

    AuditPage(AuditBook audit) {
        this.audit = audit;
    }

    String page(Visit visit) {
        Filter filter = new Filter(given(visit, "who"), given(visit, "action"), given(visit, "subject"));
        List<AuditEntry> entries = audit.read(visit.who(), new Query(filter, given(visit, "before"), PAGE));
        List<Tag> rows = entries.stream().map(entry -> row(visit, entry)).toList();
        Html older = entries.size() < PAGE
                ? Html.NOTHING
                : Tag.of("p", "tools")
                        .add(Parts.link(
                                        "/audit?before="
                                                + Parts.url(
                                                        entries.get(PAGE - 1).id()) + "&who="
                                                + Parts.url(visit.asked("who")) + "&action="
                                                + Parts.url(visit.asked("action")) + "&subject="
                                                + Parts.url(visit.asked("subject")),
                                        visit.say("runs.older"))
                                .with("class", "button"));
        return Shell.page(
                visit,
                visit.say("audit.title"),
                filters(visit),
                Parts.table(
                        List.of(
                                visit.say("audit.at"),
                                visit.say("audit.who"),
                                visit.say("audit.action"),
                                visit.say("audit.subject"),
                                visit.say("audit.change")),
                        rows,
                        visit.say("audit.none")),
                older);
    }

    private static Optional<String> given(Visit visit, String name) {
        return Optional.of(visit.asked(name).strip()).filter(text -> !text.isEmpty());
    }

    private static Html filters(Visit visit) {
        Tag form = Tag.of("form", "filters").with("method", "get").with("action", "/audit");
        for (String name : List.of("who", "action", "subject")) {
            form.add(Tag.of("input")
                    .with("type", "search")
                    .with("name", name)
                    .with("value", visit.asked(name))
                    .with("placeholder", visit.say("audit." + name))
                    .with("aria-label", visit.say("audit." + name)));
        }
        return form.add(Tag.of("button").text(visit.say("filter")));
    }

    private static Tag row(Visit visit, AuditEntry entry) {
        AuditEntry.Deed deed = entry.deed();
        Html change = deed.before().isEmpty() && deed.after().isEmpty()
                ? Html.text("–")
                : Tag.of("details")
                        .add(Tag.of("summary").text(visit.say("audit.look")))
                        .add(
                                Tag.of("p").text(visit.say("audit.before")),
                                Tag.of("pre").text(deed.before()))
                        .add(
                                Tag.of("p").text(visit.say("audit.after")),
                                Tag.of("pre").text(deed.after()));
        return Parts.row(
                Parts.time(entry.at()),
                Tag.of("span")
                        .text(entry.actor().who())
                        .add(Tag.of("small", "below").text(entry.actor().from())),
                Tag.of("code").text(deed.action()),
                Parts.text(deed.subject()),
                change);
    }
}
