package io.baton.domain.target;

import java.util.List;

/**
 * What a job runs.
 *
 * @param text as the user wrote it, at most 4,000 characters
 * @param bean the part before the last dot that precedes the bracket: a bean's name or a class's
 * @param method the method's name
 */
public record InvocationTarget(String text, String bean, String method, List<Argument> arguments) {
    public static final int LONGEST = 4000;
    public static final int MOST_ARGUMENTS = 50;

    public InvocationTarget {
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads {@code bean.method(arg, …)} or {@code bean.method}.
     *
     * @throws TargetSyntaxException if the text is no target; it tells the position and what is wrong
     */
    public static InvocationTarget parse(String text) {
        return new TargetParser(text).target();
    }

    /** {@code bean.method}, the name under which the registry has it. */
    public String name() {
        return bean + "." + method;
    }

    @Override
    public String toString() {
        return text;
    }
}
