package io.baton.benchmarks.result;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The middle of some rounds, and the least and the most.
 *
 * @param median of an even number of rounds the lower of the two in the middle: one that was measured
 */
record Range(double median, double least, double most) {
    /** @param rounds at least one */
    static Range of(DoubleStream rounds) {
        double[] sorted = rounds.sorted().toArray();
        return new Range(sorted[(sorted.length - 1) / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** @param format of one number */
    String words(String format) {
        String middle = String.format(Locale.ROOT, format, median);
        return least == most
                ? middle
                : middle + String.format(Locale.ROOT, " (" + format + "–" + format + ")", least, most);
    }
}
