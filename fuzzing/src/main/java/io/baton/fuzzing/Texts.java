package io.baton.fuzzing;

import java.util.List;

/** Generators of texts. */
public final class Texts {
    /** What breaks what does not expect it: ends of text and of line, marks that cannot be seen, halves of characters. */
    private static final List<String> NASTY = List.of(
            "\0", "\n", "\r", "\t", "\u001b", "\u007f", "\u0085", "\u00a0", "\u2028", "\u202e", "\ufeff", "\uffff",
            "\ud83c", "\udf89", "🎉", "é", "e\u0301", "打", "ı", "İ", "ß");

    private Texts() {}

    /** At most that many pieces out of an alphabet. */
    public static Generator<String> of(int most, List<String> alphabet) {
        return choices -> String.join("", choices.listOf(most, c -> c.of(alphabet)));
    }

    /** At most that many characters: plain ones, and now and then a nasty one. */
    public static Generator<String> any(int most) {
        return choices -> String.join("", choices.listOf(most, Texts::character));
    }

    /** One character, or two halves of one. */
    public static String character(Choices choices) {
        return choices.oneIn(4) ? choices.of(NASTY) : String.valueOf((char) choices.between(' ', '~'));
    }

    /**
     * Texts near to those of a corpus: one of them with up to eight changes, each of which leaves out, repeats, replaces or
     * inserts a piece, or goes on with the end of another.
     */
    public static Generator<String> near(List<String> corpus, List<String> alphabet) {
        return choices -> {
            String text = choices.of(corpus);
            for (int changes = choices.below(9); changes > 0; changes--) {
                text = changed(choices, text, corpus, alphabet);
            }
            return text;
        };
    }

    private static String changed(Choices choices, String text, List<String> corpus, List<String> alphabet) {
        int from = choices.below(text.length() + 1);
        int to = Math.min(text.length(), from + choices.below(6));
        String head = text.substring(0, from);
        String piece = text.substring(from, to);
        String tail = text.substring(to);
        return switch (choices.below(6)) {
            case 0 -> head + tail;
            case 1 -> head + piece + piece + tail;
            case 2 -> head + choices.of(alphabet) + tail;
            case 3 -> head + choices.of(alphabet) + piece + tail;
            case 4 -> head + character(choices) + tail;
            default -> {
                String other = choices.of(corpus);
                yield head + other.substring(choices.below(other.length() + 1));
            }
        };
    }
}
