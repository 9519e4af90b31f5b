package io.baton.benchmarks.result;

import java.util.Locale;

/**
 * One number of one round.
 *
 * @param of what it is about
 * @param name what it counts, such as {@code commits a firing}
 * @param unit such as {@code ms}; empty for plain numbers
 */
public record Figure(Subject of, String name, String unit, double value, Target target) {
    /**
     * What was looked at.
     *
     * @param workload its letter
     * @param setting such as {@code burst of 10,000, 2 workers}
     * @param who the contender
     */
    public record Subject(String workload, String setting, String who) {
        public Figure figure(String name, String unit, double value, Target target) {
            return new Figure(this, name, unit, value, target);
        }

        public Figure figure(String name, String unit, long value, Target target) {
            return figure(name, unit, (double) value, target);
        }

        public Figure figure(String name, String unit, double value) {
            return figure(name, unit, value, Target.NONE);
        }

        public Figure figure(String name, String unit, long value) {
            return figure(name, unit, (double) value);
        }
    }

    /** As many digits as tell something: 12,345 and 123.4 and 1.23 and 0.012. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 1_000 || value == Math.rint(value) ? "%,.0f" : size >= 100 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, size < 0.1 && value != 0 ? "%.3f" : format, value);
    }
}
