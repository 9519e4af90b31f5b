package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.office.LetterOffice;
import io.baton.domain.queue.DeadLetter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** Messages that were set aside. */
final class DeadLetterRoutes {
    private final LetterOffice letters;
    private final DeadLetterReplay replay;

    DeadLetterRoutes(LetterOffice letters, DeadLetterReplay replay) {
        this.letters = letters;
        this.replay = replay;
    }

    List<Route> routes() {
        return List.of(
                Route.look("/dead-letters", "Messages that were set aside, newest first", this::list),
                Route.change(HandlerType.POST, "/dead-letters/{id}/replay", "Run what it asks for", this::replay),
                Route.change(HandlerType.DELETE, "/dead-letters/{id}", "Delete it", this::delete));
    }

    private void list(Context http) {
        Question question = new Question(http);
        int limit = question.number("limit", Question.MOST);
        Optional<String> after = question.value("cursor", Answers::words);
        List<DeadLetter> all = letters.all(Callers.of(http));
        int from = after.map(id -> position(id, all) + 1).orElse(0);
        List<DeadLetter> page = all.stream().skip(from).limit(limit).toList();
        Optional<String> last = from + limit < all.size()
                ? Optional.of(page.get(page.size() - 1).id())
                : Optional.empty();
        List<ObjectNode> shapes = page.stream().map(DeadLetterRoutes::shape).toList();
        Answers.json(http, 200, Answers.page("deadLetters", shapes, last));
    }

    private static int position(String id, List<DeadLetter> letters) {
        for (int i = 0; i < letters.size(); i++) {
            if (letters.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the letter at which the page ended is gone: begin anew");
    }

    private void replay(Context http) {
        String id = http.pathParam("id");
        DeadLetter letter = letters.all(Callers.of(http)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        Answers.json(
                http,
                202,
                JsonTree.empty()
                        .put("task", replay.replay(Callers.of(http), letter).toString()));
    }

    private void delete(Context http) {
        String id = http.pathParam("id");
        if (!letters.delete(Callers.of(http), id)) {
            throw unknown(id);
        }
        http.status(204);
    }

    private static Problem unknown(String id) {
        return Problem.notFound("there is no dead letter " + id + " among the newest " + LetterOffice.VISIBLE);
    }

    private static ObjectNode shape(DeadLetter letter) {
        return JsonTree.empty()
                .put("id", letter.id())
                .put("at", Answers.time(letter.at()))
                .put("node", letter.node().text())
                .put("reason", letter.reason())
                .put("raw", letter.raw());
    }
}
