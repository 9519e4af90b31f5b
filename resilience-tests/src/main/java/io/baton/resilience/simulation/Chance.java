package io.baton.resilience.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. */
class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** No chance at all: nothing happens that need not, and what has a range is at its edge. */
    static Chance none() {
        return new Certainty();
    }

    /** A stream of its own, so that one use more here changes nothing there. */
    Chance split(long name) {
        return new Chance(random.nextLong() ^ (name * 0x9E3779B97F4A7C15L));
    }

    boolean of(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** From least to most, both included. */
    long between(long least, long most) {
        return least >= most ? least : random.nextLong(least, most + 1);
    }

    /** From 0 (included) to 1 (excluded). */
    double share() {
        return random.nextDouble();
    }

    int upTo(int most) {
        return (int) between(0, most);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** From least to most, small ones as likely as large ones by their order of magnitude. */
    long spread(long least, long most) {
        double ratio = Math.log((double) most / least);
        return (long) (least * Math.exp(random.nextDouble() * ratio));
    }

    long number() {
        return random.nextLong();
    }

    private static final class Certainty extends Chance {
        Certainty() {
            super(0);
        }

        @Override
        Chance split(long name) {
            return this;
        }

        @Override
        boolean of(double probability) {
            return probability >= 1;
        }

        @Override
        long between(long least, long most) {
            return least;
        }

        @Override
        double share() {
            return 0;
        }

        @Override
        <T> T oneOf(List<T> choices) {
            return choices.get(0);
        }

        @Override
        long spread(long least, long most) {
            return most;
        }

        @Override
        long number() {
            return 0;
        }
    }
}
