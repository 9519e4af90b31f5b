package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers with one page of a list that is at hand as a whole. */
final class Pages {
    private Pages() {}

    /**
     * Reads {@code limit} and {@code cursor}, and answers.
     *
     * @param name of the list in the answer
     * @param key by which the list is sorted; no two elements have the same
     */
    static <T> void answer(
            Context http, String name, List<T> all, Function<T, String> key, Function<T, ObjectNode> shape) {
        Question question = new Question(http);
        int limit = question.number("limit", Question.MOST);
        Optional<String> after = question.value("cursor", Answers::words);
        List<T> rest = all.stream()
                .sorted(Comparator.comparing(key))
                .filter(one ->
                        after.map(last -> key.apply(one).compareTo(last) > 0).orElse(true))
                .toList();
        List<ObjectNode> page = rest.stream().limit(limit).map(shape).toList();
        Optional<String> last = rest.size() > limit ? Optional.of(key.apply(rest.get(limit - 1))) : Optional.empty();
        Answers.json(http, 200, Answers.page(name, page, last));
    }
}
