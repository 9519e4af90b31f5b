package io.baton.web;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.NodeId;
import io.baton.domain.task.TaskId;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the address of a request says, read value by value; a mistake names the parameter. */
record Question(Context http) {
    /** 200: the largest page. */
    static final int MOST = 200;

    JobKey job() {
        return Problem.at("name", () -> JobKey.parse(http.pathParam("name")));
    }

    TaskId task() {
        return Problem.at("task", () -> TaskId.parse(http.pathParam("task")));
    }

    NodeId node() {
        return Problem.at("id", () -> new NodeId(http.pathParam("id")));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(http.queryParam(name)).filter(value -> !value.isEmpty());
    }

    <T> Optional<T> value(String name, Function<String, T> reading) {
        return text(name).map(value -> Problem.at(name, () -> reading.apply(value)));
    }

    /** {@code true} or {@code false}; a name without a value, as in {@code ?dryRun}, is true. */
    boolean flag(String name) {
        if ("".equals(http.queryParam(name))) {
            return true;
        }
        return value(name, text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("'" + text + "' is not true or false");
                })
                .orElse(false);
    }

    /** A number from 1 to {@value #MOST}. */
    int number(String name, int otherwise) {
        return value(name, text -> {
                    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
                        throw new IllegalArgumentException("'" + text + "' is not a number from 1 to " + MOST);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    /** A constant, in any case, {@code -} for {@code _}. */
    <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        return value(
                name,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name()
                                .equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + text + "' is not one of " + Arrays.toString(type.getEnumConstants()))));
    }
}
