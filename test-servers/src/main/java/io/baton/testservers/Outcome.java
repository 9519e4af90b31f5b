package io.baton.testservers;

import java.util.function.Function;

/** What trying one rung came to. */
sealed interface Outcome<T> {
    /** The rung gives {@code value}. */
    record Works<T>(T value) implements Outcome<T> {}

    /** The rung gives nothing here; {@code why} says the reason and what would change it. */
    record Missing<T>(String why) implements Outcome<T> {}

    /** This outcome with what it found made into something else. */
    default <R> Outcome<R> map(Function<T, R> change) {
        return then(value -> new Works<>(change.apply(value)));
    }

    /** What {@code next} makes of what was found, or the same reason why nothing was. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        if (this instanceof Works<T> works) {
            return next.apply(works.value());
        }
        return new Missing<>(((Missing<T>) this).why());
    }
}
