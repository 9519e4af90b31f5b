package io.baton.fuzzing;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * How much longer something takes when its input doubles.
 *
 * <p>The least of several measurements counts, since a busy machine only makes them longer. From n to 8 n, what is linear
 * takes 8 times as long, what is quadratic 64 times: the bound is 32.
 */
public final class Growth {
    private static final int FACTOR = 8;
    private static final double MOST = 32;
    private static final int MEASUREMENTS = 7;
    private static final int ATTEMPTS = 4;
    /** 50 µs: what takes less is not measured well, and counts as that. */
    private static final long LEAST_NANOS = 50_000;

    private Growth() {}

    /**
     * Fails if work on an input eight times as large takes more than 32 times as long, in each of four attempts.
     *
     * @param size the smaller input's; the larger one has eight times that
     * @param input makes an input of a size
     * @param work must not throw
     * @throws AssertionError if it grows faster than its input
     */
    public static <T> void isLinear(int size, IntFunction<T> input, Consumer<T> work) {
        T small = input.apply(size);
        T large = input.apply(size * FACTOR);
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) {
            double ratio = (double) nanos(large, work) / Math.max(LEAST_NANOS, nanos(small, work));
            least = Math.min(least, ratio);
        }
        if (least > MOST) {
            throw new AssertionError("an input " + FACTOR + " times as large took " + Math.round(least)
                    + " times as long: it grows faster than its input");
        }
    }

    private static <T> long nanos(T input, Consumer<T> work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MEASUREMENTS; i++) {
            long start = System.nanoTime();
            work.accept(input);
            least = Math.min(least, System.nanoTime() - start);
        }
        return least;
    }
}
