package io.baton.benchmarks.result;

import java.util.List;
import java.util.Locale;

/** Figures as bars, with a line from the least to the most of their rounds; an SVG that needs nothing else. */
final class Bars {
    private static final int LABELS = 470;
    private static final int WIDTH = 480;
    private static final int ROW = 26;
    private static final int TOP = 44;

    private Bars() {}

    /** @param ours whether it is Baton's */
    record Bar(String label, boolean ours, Range range) {}

    static String of(String title, List<Bar> bars) {
        double most = bars.stream().mapToDouble(bar -> bar.range().most()).max().orElse(0);
        StringBuilder svg = new StringBuilder();
        int height = TOP + ROW * bars.size() + 8;
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                LABELS + WIDTH + 110, height));
        svg.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n"));
        svg.append(format("<text x=\"12\" y=\"24\" font-size=\"15\" font-weight=\"bold\">%s</text>%n", escaped(title)));
        for (int n = 0; n < bars.size(); n++) {
            svg.append(row(bars.get(n), most > 0 ? WIDTH / most : 0, TOP + ROW * n));
        }
        return svg.append("</svg>").append(System.lineSeparator()).toString();
    }

    private static String row(Bar bar, double scale, int y) {
        Range range = bar.range();
        String color = bar.ours() ? "#0e766e" : "#94a3b8";
        return format("<text x=\"12\" y=\"%d\">%s</text>%n", y + 16, escaped(bar.label()))
                + format(
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                        LABELS, y + 4, Math.max(0, range.median() * scale), ROW - 9, color)
                + format(
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#1e293b\" stroke-width=\"2\"/>%n",
                        LABELS + range.least() * scale, LABELS + range.most() * scale, y + 12, y + 12)
                + format(
                        "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                        LABELS + Math.max(0, range.most() * scale) + 8, y + 16, Figure.number(range.median()));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
