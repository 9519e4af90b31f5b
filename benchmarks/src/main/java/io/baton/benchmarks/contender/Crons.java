package io.baton.benchmarks.contender;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * As many distinct cron expressions as there are jobs, of which 1,000 are due in a second on average. Each names seconds and
 * minutes of every hour, drawn by a fixed seed: of 10,000 jobs six seconds of each minute (360 times an hour), of 100,000 one
 * second of 36 minutes, of a million one second of three or four; a thousand are due every second.
 *
 * <p>What would be due alike is spelled otherwise. Job 4,711 of a million, such as {@code 31 7,22,41 0-6,7-23 ? 1-4,5-12 * 2000-2100}: its second is
 * 4,711 modulo 60, and the 78 that is left over chooses where all hours, months and years are cut in two.
 */
public final class Crons {
    private static final double A_SECOND = 1_000;
    private static final int SIXTY = 60;
    private static final int HOURS = 24;
    private static final int MONTHS = 12;
    /** Up to this many numbers of jobs give expressions of their own: 1.7 million. */
    private static final int MOST = SIXTY * HOURS * MONTHS * 99;

    private final int jobs;

    /** @param jobs 1,000 to 1.7 million */
    public Crons(int jobs) {
        if (jobs < A_SECOND || jobs > MOST) {
            throw new IllegalArgumentException(jobs + " jobs are out of range: 1,000 to " + MOST);
        }
        this.jobs = jobs;
    }

    int jobs() {
        return jobs;
    }

    private record Times(BitSet seconds, BitSet minutes) {}

    private Times times(int job) {
        Random random = new Random(job);
        double anHour = SIXTY * SIXTY * A_SECOND / jobs;
        int seconds = (int) Math.max(1, anHour / SIXTY);
        double minutes = Math.min(SIXTY, anHour / seconds);
        int drawn = (int) minutes + (random.nextDouble() < minutes - (int) minutes ? 1 : 0);
        return new Times(some(random, job % SIXTY, seconds), some(random, random.nextInt(SIXTY), Math.max(1, drawn)));
    }

    private static BitSet some(Random random, int first, int count) {
        BitSet some = new BitSet(SIXTY);
        some.set(first);
        while (some.cardinality() < count) {
            some.set(random.nextInt(SIXTY));
        }
        return some;
    }

    /** The expression of the job of that number. */
    String text(int job) {
        Times times = times(job);
        int spelling = job / SIXTY;
        return String.join(
                " ",
                seconds(times.seconds(), job % SIXTY),
                times.minutes().cardinality() == SIXTY ? "*" : list(times.minutes()),
                cut(0, HOURS - 1, spelling % HOURS),
                "?",
                cut(1, MONTHS, spelling / HOURS % MONTHS),
                "*",
                "2000-" + (2100 + spelling / HOURS / MONTHS));
    }

    /** The given one first, or all cut behind it. */
    private static String seconds(BitSet some, int first) {
        if (some.cardinality() == SIXTY) {
            return cut(0, SIXTY - 1, first);
        }
        BitSet others = (BitSet) some.clone();
        others.clear(first);
        return others.isEmpty() ? Integer.toString(first) : first + "," + list(others);
    }

    private static String list(BitSet values) {
        return values.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    /** All from the least to the most, in two ranges: after 3 of 0 to 23 is {@code 0-3,4-23}. */
    private static String cut(int least, int most, int after) {
        int end = least + after;
        return end == most ? "*" : least + "-" + end + "," + (end + 1) + "-" + most;
    }

    /**
     * How many due times all jobs have in that time.
     *
     * @param from epoch millis, a whole second
     */
    public long due(long from, int seconds) {
        long first = from / 1000;
        return IntStream.range(0, jobs)
                .mapToLong(job -> {
                    Times times = times(job);
                    return IntStream.range(0, seconds)
                            .filter(n -> times.seconds().get((int) ((first + n) % SIXTY))
                                    && times.minutes().get((int) ((first + n) / SIXTY % SIXTY)))
                            .count();
                })
                .sum();
    }
}
