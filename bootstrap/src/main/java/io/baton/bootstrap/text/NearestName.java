package io.baton.bootstrap.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a mistyped one probably means: the one with the least edit distance (Levenshtein, 1965). */
public final class NearestName {
    /** Longer names are compared by their first characters only, so that hostile input costs nothing. */
    private static final int COMPARED_CHARACTERS = 200;

    private NearestName() {}

    /** Empty only if no name is known. Of equally near ones, the first in alphabetical order. */
    public static Optional<String> of(String wrong, Collection<String> known) {
        String start = cut(wrong);
        return known.stream().sorted().min(Comparator.comparingInt(name -> distance(start, cut(name))));
    }

    /** {@code ; did you mean 'x'?}, or nothing if no name is known. */
    public static String question(String wrong, Collection<String> known) {
        return of(wrong, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    private static String cut(String name) {
        return name.length() <= COMPARED_CHARACTERS ? name : name.substring(0, COMPARED_CHARACTERS);
    }

    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
