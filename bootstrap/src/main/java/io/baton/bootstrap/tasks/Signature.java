package io.baton.bootstrap.tasks;

import io.baton.domain.target.Argument;
import io.baton.task.TaskContext;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a task method takes.
 *
 * @param kinds of the parameters that take an argument
 * @param boxed how many of them are boxes
 * @param contextAt where among all parameters the {@link TaskContext} stands, if the method wants it
 */
record Signature(List<ArgumentKind> kinds, int boxed, OptionalInt contextAt) {
    Signature {
        kinds = List.copyOf(kinds);
    }

    /** @throws IllegalArgumentException if no target string could call the method; the message tells why */
    static Signature of(Method method) {
        require(Modifier.isPublic(method.getModifiers()), "it is not public");
        Class<?> result = method.getReturnType();
        require(
                !CompletionStage.class.isAssignableFrom(result) && !Future.class.isAssignableFrom(result),
                "it returns a " + result.getSimpleName()
                        + ", so the run would end before the work does; let it wait for the result");
        List<ArgumentKind> kinds = new ArrayList<>();
        OptionalInt contextAt = OptionalInt.empty();
        Class<?>[] types = method.getParameterTypes();
        int boxed = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == TaskContext.class) {
                require(contextAt.isEmpty(), "it has more than one TaskContext");
                contextAt = OptionalInt.of(i);
            } else {
                kinds.add(kind(types[i]));
                boxed += types[i].isPrimitive() || types[i] == String.class ? 0 : 1;
            }
        }
        return new Signature(kinds, boxed, contextAt);
    }

    private static ArgumentKind kind(Class<?> type) {
        return ArgumentKind.ofType(type)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "a parameter is a " + type.getTypeName()
                                        + ", and only String, int, long, double, boolean, their boxes and one TaskContext are possible"));
    }

    private static void require(boolean legal, String otherwise) {
        if (!legal) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** How many int literals would be widened to long; empty if the arguments do not fit. */
    OptionalInt widenings(List<Argument> arguments) {
        if (arguments.size() != kinds.size()) {
            return OptionalInt.empty();
        }
        int widened = 0;
        for (int i = 0; i < kinds.size(); i++) {
            ArgumentKind given = ArgumentKind.of(arguments.get(i));
            if (given == kinds.get(i)) {
                continue;
            }
            if (given != ArgumentKind.INT || kinds.get(i) != ArgumentKind.LONG) {
                return OptionalInt.empty();
            }
            widened++;
        }
        return OptionalInt.of(widened);
    }

    /** All parameters' values in order; the arguments must fit. */
    @Nullable
    Object[] values(List<Argument> arguments, TaskContext context) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            values.add(ArgumentKind.value(arguments.get(i), kinds.get(i)));
        }
        contextAt.ifPresent(at -> values.add(at, context));
        return values.toArray();
    }

    List<String> shown() {
        return kinds.stream().map(ArgumentKind::shown).toList();
    }

    @Override
    public String toString() {
        return shown().stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
