package io.baton.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * Where a generator gets its chance from. Every choice is noted, so that the same choices make the same value again.
 *
 * <p>Smaller choices ought to make simpler values: 0 is the first of a list, the least number, the empty text.
 */
public final class Choices {
    private final List<Integer> made = new ArrayList<>();
    private final IntUnaryOperator source;

    private Choices(IntUnaryOperator source) {
        this.source = source;
    }

    /** Choices by chance. */
    public static Choices seeded(long seed) {
        Random chance = new Random(seed);
        return new Choices(chance::nextInt);
    }

    /** Choices that were made before; where there are no more, or one is out of range, the least. */
    static Choices replaying(List<Integer> before) {
        int[] at = {0};
        return new Choices(bound -> {
            int choice = at[0] < before.size() ? before.get(at[0]) : 0;
            at[0]++;
            return choice < bound ? choice : 0;
        });
    }

    /** A number of 0..bound − 1. */
    public int below(int bound) {
        int choice = source.applyAsInt(bound);
        made.add(choice);
        return choice;
    }

    /** A number of least..most. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True once in so many times; false is the simpler. */
    public boolean oneIn(int times) {
        return below(times) == times - 1;
    }

    /** One of them, the first the simplest. */
    public <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** At most that many values of a generator. */
    public <T> List<T> listOf(int most, Generator<T> generator) {
        List<T> values = new ArrayList<>();
        while (values.size() < most && below(most + 1) > values.size()) {
            values.add(generator.make(this));
        }
        return values;
    }

    /** All that were made so far. */
    List<Integer> made() {
        return List.copyOf(made);
    }
}
