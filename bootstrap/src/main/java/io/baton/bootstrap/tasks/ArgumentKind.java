package io.baton.bootstrap.tasks;

import io.baton.domain.target.Argument;
import java.util.Arrays;
import java.util.Optional;

/** The types that a parameter of a task method may have, primitive and boxed alike. */
enum ArgumentKind {
    TEXT("String", String.class, String.class),
    BOOL("boolean", boolean.class, Boolean.class),
    INT("int", int.class, Integer.class),
    LONG("long", long.class, Long.class),
    DOUBLE("double", double.class, Double.class);

    private final String shown;
    private final Class<?> primitive;
    private final Class<?> boxed;

    ArgumentKind(String shown, Class<?> primitive, Class<?> boxed) {
        this.shown = shown;
        this.primitive = primitive;
        this.boxed = boxed;
    }

    /** The name as target authors know it. */
    String shown() {
        return shown;
    }

    static Optional<ArgumentKind> ofType(Class<?> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.primitive == type || kind.boxed == type)
                .findFirst();
    }

    static ArgumentKind of(Argument argument) {
        return argument.fold(text -> TEXT, bool -> BOOL, anInt -> INT, aLong -> LONG, aDouble -> DOUBLE);
    }

    /** The value that a parameter of the given kind takes; an int literal is widened for a long one. */
    static Object value(Argument argument, ArgumentKind parameter) {
        return argument.<Object>fold(
                Argument.Text::value,
                Argument.Bool::value,
                anInt -> parameter == LONG ? (Object) (long) anInt.value() : (Object) anInt.value(),
                Argument.Int64::value,
                Argument.Float64::value);
    }
}
