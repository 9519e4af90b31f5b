package io.baton.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds simpler choices that still fail: first leaves out runs of 8 to 1 of them, then makes single ones smaller
 * (0, half, one less), until a whole round has changed nothing.
 *
 * <p>Choices 7 3 9 that fail whenever one of them is above 4: without the last → 7 3; without the 3 → 7; half → 3 holds;
 * one less → 6, then 5: the answer is 5.
 */
final class Shrinker {
    /** 5,000 tries: a second or so, for any property that is quick to check. */
    private static final int MOST_TRIES = 5000;

    private final Predicate<List<Integer>> fails;
    private int tries;

    Shrinker(Predicate<List<Integer>> fails) {
        this.fails = fails;
    }

    List<Integer> shrink(List<Integer> failing) {
        List<Integer> best = failing;
        List<Integer> before;
        do {
            before = best;
            best = smaller(shorter(best));
        } while (!best.equals(before) && tries < MOST_TRIES);
        return best;
    }

    private List<Integer> shorter(List<Integer> failing) {
        List<Integer> best = failing;
        for (int run = 8; run >= 1; run--) {
            for (int at = best.size() - run; at >= 0; at--) {
                List<Integer> without = new ArrayList<>(best.subList(0, at));
                without.addAll(best.subList(Math.min(at + run, best.size()), best.size()));
                best = without.size() < best.size() ? better(without, best) : best;
            }
        }
        return best;
    }

    private List<Integer> smaller(List<Integer> failing) {
        List<Integer> best = failing;
        for (int at = 0; at < best.size(); at++) {
            int value = best.get(at);
            for (int less : new int[] {0, value / 2, value - 1}) {
                if (less >= 0 && less < best.get(at)) {
                    List<Integer> changed = new ArrayList<>(best);
                    changed.set(at, less);
                    best = better(changed, best);
                }
            }
        }
        return best;
    }

    private List<Integer> better(List<Integer> candidate, List<Integer> best) {
        return tries++ < MOST_TRIES && fails.test(candidate) ? List.copyOf(candidate) : best;
    }
}
