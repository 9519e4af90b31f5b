package io.baton.bootstrap.tasks;

import io.baton.domain.port.TaskInvoker.Resolution;
import io.baton.domain.target.Argument;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The task methods of one name.
 *
 * <p>Of those that fit, the one with the fewest widened literals is called, then the one with the fewest boxes, then the
 * one that wants a TaskContext. {@code f(1, 2)} with {@code f(int, long)} and {@code f(long, int)} is refused as ambiguous.
 */
final class Overloads {
    private final String name;
    private final List<TaskMethod> methods;

    Overloads(String name, List<TaskMethod> methods) {
        this.name = name;
        this.methods = List.copyOf(methods);
    }

    List<TaskMethod> methods() {
        return methods;
    }

    Resolution resolve(List<Argument> arguments) {
        List<TaskMethod> fitting = methods.stream()
                .filter(method -> method.signature().widenings(arguments).isPresent())
                .sorted(preference(arguments))
                .toList();
        if (fitting.isEmpty()) {
            return Resolution.refused(name + " does not take " + shown(arguments) + "; it takes " + available());
        }
        TaskMethod best = fitting.get(0);
        if (fitting.size() > 1 && preference(arguments).compare(best, fitting.get(1)) == 0) {
            return Resolution.refused(name + shown(arguments) + " is ambiguous: it could be " + best.signature()
                    + " or " + fitting.get(1).signature() + "; write long literals with L");
        }
        return Resolution.of(best.bind(arguments));
    }

    private static Comparator<TaskMethod> preference(List<Argument> arguments) {
        return Comparator.<TaskMethod>comparingInt(
                        method -> method.signature().widenings(arguments).orElseThrow())
                .thenComparingInt(method -> method.signature().boxed())
                .thenComparingInt(method -> method.signature().contextAt().isPresent() ? 0 : 1);
    }

    private String available() {
        return methods.stream()
                .map(method -> method.signature().toString())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String shown(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> ArgumentKind.of(argument).shown())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
