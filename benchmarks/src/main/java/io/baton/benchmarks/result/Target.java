package io.baton.benchmarks.result;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a figure is to be.
 *
 * @param least the smallest that meets it; empty = any
 * @param most the largest that meets it; empty = any
 */
public record Target(OptionalDouble least, OptionalDouble most) {
    /** There is none. */
    public static final Target NONE = new Target(OptionalDouble.empty(), OptionalDouble.empty());

    public static Target atLeast(double least) {
        return new Target(OptionalDouble.of(least), OptionalDouble.empty());
    }

    public static Target atMost(double most) {
        return new Target(OptionalDouble.empty(), OptionalDouble.of(most));
    }

    /** This one if it is asked for in the given case, else none. */
    public Target when(boolean asked) {
        return asked ? this : NONE;
    }

    boolean met(double value) {
        return value >= least.orElse(Double.NEGATIVE_INFINITY) && value <= most.orElse(Double.POSITIVE_INFINITY);
    }

    /** {@code met}, or by what part of the limit it is missed; at most 0.1 and seen 0.15: {@code missed by 50 %}. */
    String verdict(double value) {
        if (equals(NONE)) {
            return "–";
        }
        double limit = least.orElse(most.orElse(0));
        return met(value)
                ? "met"
                : String.format(Locale.ROOT, "missed by %.0f %%", Math.abs(value - limit) * 100 / limit);
    }

    String words() {
        if (equals(NONE)) {
            return "–";
        }
        return least.isPresent() ? "≥ " + Figure.number(least.getAsDouble()) : "≤ " + Figure.number(most.orElse(0));
    }
}
