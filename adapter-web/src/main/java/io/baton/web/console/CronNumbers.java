package io.baton.web.console;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/** Sets of numbers in words: ranges, lists, and long regular ones by their beginning and end. */
final class CronNumbers {
    /** 3: two neighbours are a list, three are a range. */
    private static final int RANGE = 3;
    /** Up to 5 numbers of equal distance are all said. */
    private static final int ALL_SAID = 5;

    private CronNumbers() {}

    /**
     * The numbers in ascending order; a range over the end of the cycle comes in one piece, its second part beyond the end.
     * Months 11, 12, 1, 2 → 11, 12, 13, 14; hours 0, 12, 23 → 0, 12, 23.
     *
     * @param least the cycle's first number
     * @param size how many numbers the cycle has
     */
    static List<Integer> inOrder(BitSet values, int least, int size) {
        int end = least + size;
        int from = end;
        while (from > least && values.get(from - 1)) {
            from--;
        }
        int head = values.nextClearBit(least) - least;
        boolean over = from < end && head > 0 && head < size && end - from + head >= RANGE;
        int start = over ? from : least;
        List<Integer> order = new ArrayList<>();
        for (int i = start; i < start + size; i++) {
            if (values.get(least + (i - least) % size)) {
                order.add(i);
            }
        }
        return order;
    }

    static List<Integer> ascending(BitSet values) {
        return values.stream().boxed().toList();
    }

    /** The distance of numbers that are spread evenly over the whole cycle; 0 if they are not. 0, 20, 40 of 60 → 20. */
    static int step(BitSet values, int size) {
        int count = values.cardinality();
        if (count < 2 || count == size || size % count != 0) {
            return 0;
        }
        int step = size / count;
        return distance(ascending(values)) == step ? step : 0;
    }

    /** The numbers in words. @param name what a number is called */
    static String words(Tongue tongue, List<Integer> numbers, IntFunction<String> name) {
        if (numbers.size() > ALL_SAID && distance(numbers) > 1) {
            List<String> first =
                    numbers.subList(0, RANGE).stream().map(name::apply).toList();
            return tongue.say("cron.few", commas(tongue, first), name.apply(numbers.get(numbers.size() - 1)));
        }
        List<String> pieces = new ArrayList<>();
        for (List<Integer> run : runs(numbers)) {
            if (run.size() >= RANGE) {
                pieces.add(tongue.say("cron.range", name.apply(run.get(0)), name.apply(run.get(run.size() - 1))));
            } else {
                run.forEach(number -> pieces.add(name.apply(number)));
            }
        }
        return list(tongue, pieces);
    }

    static String list(Tongue tongue, List<String> pieces) {
        int last = pieces.size() - 1;
        return last == 0
                ? pieces.get(0)
                : tongue.say("cron.and", commas(tongue, pieces.subList(0, last)), pieces.get(last));
    }

    private static String commas(Tongue tongue, List<String> pieces) {
        return pieces.stream()
                .reduce((left, right) -> tongue.say("cron.list", left, right))
                .orElse("");
    }

    /** Neighbours together. 1, 2, 3, 7 → [1, 2, 3], [7]. */
    static List<List<Integer>> runs(List<Integer> numbers) {
        List<List<Integer>> runs = new ArrayList<>();
        for (int number : numbers) {
            List<Integer> latest = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (latest.isEmpty() || latest.get(latest.size() - 1) != number - 1) {
                latest = new ArrayList<>();
                runs.add(latest);
            }
            latest.add(number);
        }
        return runs;
    }

    /** From each number to the next; 0 if they differ. */
    private static int distance(List<Integer> order) {
        int distance = order.size() < 2 ? 0 : order.get(1) - order.get(0);
        for (int i = 2; i < order.size(); i++) {
            if (order.get(i) - order.get(i - 1) != distance) {
                return 0;
            }
        }
        return distance;
    }
}
