package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.access.AuditBook;
import io.baton.domain.access.AuditEntry;
import io.baton.domain.port.AuditLog.Filter;
import io.baton.domain.port.AuditLog.Query;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** Who did what. */
final class AuditRoutes {
    private static final int PAGE = 50;

    private final AuditBook audit;

    AuditRoutes(AuditBook audit) {
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(Route.admin(HandlerType.GET, "/audit", "Who changed what, newest first", this::list));
    }

    private void list(Context http) {
        Question question = new Question(http);
        int limit = question.number("limit", PAGE);
        Filter filter = new Filter(question.text("who"), question.text("action"), question.text("subject"));
        Optional<String> before = question.value("cursor", Answers::words);
        List<AuditEntry> entries = audit.read(Callers.of(http), new Query(filter, before, limit + 1));
        List<AuditEntry> page = entries.stream().limit(limit).toList();
        Optional<String> last =
                entries.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty();
        Answers.json(
                http,
                200,
                Answers.page("audit", page.stream().map(AuditRoutes::shape).toList(), last));
    }

    private static ObjectNode shape(AuditEntry entry) {
        return JsonTree.empty()
                .put("id", entry.id())
                .put("at", Answers.time(entry.at()))
                .put("who", entry.actor().who())
                .put("from", entry.actor().from())
                .put("action", entry.deed().action())
                .put("subject", entry.deed().subject())
                .put("before", entry.deed().before())
                .put("after", entry.deed().after());
    }
}
