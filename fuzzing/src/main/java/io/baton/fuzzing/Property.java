package io.baton.fuzzing;

import java.util.List;
import java.util.Optional;

/**
 * What holds for every value of a generator.
 *
 * <p>A value for which it does not hold is shrunk, and an {@link AssertionError} tells the shrunk value, the seed, and
 * how to see the same again. {@code -Dbaton.fuzz.seed=N} replaces the seed, {@code -Dbaton.fuzz.cases=N} the number of
 * values.
 */
public final class Property<T> {
    private final Generator<T> generator;
    private final Check<T> check;

    /** Throws, be it an {@link AssertionError} or any other exception, if the property does not hold. */
    @FunctionalInterface
    public interface Check<T> {
        void test(T value) throws Exception;
    }

    private Property(Generator<T> generator, Check<T> check) {
        this.generator = generator;
        this.check = check;
    }

    public static <T> Property<T> of(Generator<T> generator, Check<T> check) {
        return new Property<>(generator, check);
    }

    /**
     * Tries it with values of that seed.
     *
     * @param cases ≥ 1; how many values
     * @throws AssertionError if it does not hold
     */
    public void holds(long seed, int cases) {
        long first = Long.getLong("baton.fuzz.seed", seed);
        int most = Integer.getInteger("baton.fuzz.cases", cases);
        for (int i = 0; i < most; i++) {
            Choices choices = Choices.seeded(first + i);
            if (failure(choices).isPresent()) {
                throw told(first + i, new Shrinker(this::fails).shrink(choices.made()));
            }
        }
    }

    private boolean fails(List<Integer> choices) {
        return failure(Choices.replaying(choices)).isPresent();
    }

    private Optional<Throwable> failure(Choices choices) {
        try {
            check.test(generator.make(choices));
            return Optional.empty();
        } catch (Exception | AssertionError | StackOverflowError e) {
            return Optional.of(e);
        }
    }

    private AssertionError told(long seed, List<Integer> shrunk) {
        T value = generator.make(Choices.replaying(shrunk));
        Throwable failure = failure(Choices.replaying(shrunk))
                .orElseGet(() -> new IllegalStateException("it holds when tried again: the check is not repeatable"));
        return new AssertionError(
                "it does not hold for " + Quoted.of(String.valueOf(value)) + ": " + failure + " (seed " + seed
                        + "; again with -Dbaton.fuzz.seed=" + seed + " -Dbaton.fuzz.cases=1)",
                failure);
    }
}
