package io.baton.domain.target;

import java.util.function.Function;

/** A literal of a target string. */
public sealed interface Argument {

    record Text(String value) implements Argument {}

    record Bool(boolean value) implements Argument {}

    /** A number without a suffix. */
    record Int(int value) implements Argument {}

    /** A number that ends in {@code L}. */
    record Int64(long value) implements Argument {}

    /** A number that ends in {@code D}. */
    record Float64(double value) implements Argument {}

    /** Answers by kind; a new kind breaks every caller's compilation. */
    default <R> R fold(
            Function<Text, R> text,
            Function<Bool, R> bool,
            Function<Int, R> anInt,
            Function<Int64, R> aLong,
            Function<Float64, R> aDouble) {
        if (this instanceof Text t) {
            return text.apply(t);
        }
        if (this instanceof Bool b) {
            return bool.apply(b);
        }
        if (this instanceof Int i) {
            return anInt.apply(i);
        }
        if (this instanceof Int64 l) {
            return aLong.apply(l);
        }
        return aDouble.apply((Float64) this);
    }
}
