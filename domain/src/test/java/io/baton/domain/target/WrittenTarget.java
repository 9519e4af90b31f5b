package io.baton.domain.target;

import io.baton.fuzzing.Choices;
import io.baton.fuzzing.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A target string and what it says: made the other way round, so that no parser is asked what a parser should find.
 *
 * @param text one of the many ways to write it
 */
record WrittenTarget(String text, String bean, String method, List<Argument> arguments) {
    private static final List<String> NAMES = List.of("a", "b", "run", "demoTask", "my-bean", "$x_2", "演示", "éclair");
    private static final List<String> SPACES = List.of("", "", " ", "\t", "\n ", "\u2003");

    static WrittenTarget make(Choices choices) {
        String bean = names(choices);
        String method = choices.of(NAMES);
        List<Argument> arguments = choices.listOf(6, WrittenTarget::argument);
        String text = space(choices) + bean + "." + method + space(choices);
        if (!arguments.isEmpty() || choices.oneIn(2)) {
            text += "("
                    + arguments.stream()
                            .map(argument -> space(choices) + literal(choices, argument) + space(choices))
                            .collect(Collectors.joining(","))
                    + space(choices) + ")" + space(choices);
        }
        return new WrittenTarget(text, bean, method, arguments);
    }

    private static String names(Choices choices) {
        List<String> names = new ArrayList<>(List.of(choices.of(NAMES)));
        names.addAll(choices.listOf(3, c -> c.of(NAMES)));
        return String.join(".", names);
    }

    private static Argument argument(Choices choices) {
        return switch (choices.below(5)) {
            case 0 -> new Argument.Int(number(choices).intValue());
            case 1 -> new Argument.Bool(choices.oneIn(2));
            case 2 -> new Argument.Int64(number(choices));
            case 3 ->
                new Argument.Float64(
                        choices.of(List.of(0.0, -0.0, 0.5, -1e300, Double.MIN_VALUE, 1e21)) * choices.between(1, 3));
            default -> new Argument.Text(Texts.any(12).make(choices));
        };
    }

    private static Long number(Choices choices) {
        long near = choices.of(
                List.of(0L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE));
        return near + choices.between(0, 20) * (near > 0 ? -1L : 1L);
    }

    private static String literal(Choices choices, Argument argument) {
        if (argument instanceof Argument.Text text) {
            return quoted(choices, text.value());
        }
        if (argument instanceof Argument.Int64 number) {
            return number.value() + "L";
        }
        if (argument instanceof Argument.Float64 number) {
            return number.value() + "D";
        }
        return argument instanceof Argument.Int number
                ? String.valueOf(number.value())
                : String.valueOf(((Argument.Bool) argument).value());
    }

    private static String quoted(Choices choices, String value) {
        char quote = choices.oneIn(2) ? '\'' : '"';
        return quote
                + value.chars()
                        .mapToObj(c -> character(choices, (char) c, quote))
                        .collect(Collectors.joining())
                + quote;
    }

    private static String character(Choices choices, char c, char quote) {
        if (choices.oneIn(8)) {
            return String.format("\\u%04" + (choices.oneIn(2) ? "x" : "X"), (int) c);
        }
        return c == quote || c == '\\' ? "\\" + c : String.valueOf(c);
    }

    private static String space(Choices choices) {
        return choices.of(SPACES);
    }
}
