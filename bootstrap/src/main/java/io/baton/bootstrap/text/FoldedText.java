package io.baton.bootstrap.text;

/** Text broken at spaces into lines of at most a width. */
public final class FoldedText {
    private FoldedText() {}

    /** Each line begins with the indent and ends with a line break; a word longer than the width has a line of its own. */
    public static String of(String text, String indent, int width) {
        StringBuilder folded = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                folded.append(line).append('\n');
                line = new StringBuilder(indent);
            }
            if (line.length() > indent.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        return folded.append(line).append('\n').toString();
    }
}
