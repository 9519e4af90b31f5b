package io.baton.resilience.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
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
}
