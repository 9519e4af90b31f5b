package io.baton.bootstrap.client;

import io.baton.bootstrap.text.PrintableText;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows under headings, in columns as wide as their widest cell. Chinese, Japanese and Korean signs count two. */
final class Table {
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final String nothing;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param nothing what to say if there is no row */
    Table(String nothing, String... headings) {
        this.nothing = nothing;
        rows.add(List.of(headings));
    }

    void row(String... cells) {
        List<String> safe = new ArrayList<>();
        for (String cell : cells) {
            safe.add(cell.isEmpty() ? "-" : PrintableText.of(cell));
        }
        rows.add(safe);
    }

    List<String> lines() {
        if (rows.size() == 1) {
            return List.of(nothing);
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePoints()
                .map(sign -> WIDE.contains(UnicodeScript.of(sign)) ? 2 : 1)
                .sum();
    }
}
