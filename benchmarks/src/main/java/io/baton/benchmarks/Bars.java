package io.baton.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A figure of each summary as a bar, with a line from the least to the most of its rounds; an SVG that needs nothing else. */
final class Bars {
    private static final int LABELS = 330;
    private static final int WIDTH = 480;
    private static final int ROW = 26;
    private static final int TOP = 44;

    private Bars() {}

    static String of(String title, List<Summary> summaries, Function<Summary, Summary.Range> figure) {
        double most = summaries.stream()
                .mapToDouble(s -> figure.apply(s).most())
                .max()
                .orElse(0);
        StringBuilder svg = new StringBuilder();
        int height = TOP + ROW * summaries.size() + 8;
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                LABELS + WIDTH + 110, height));
        svg.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n"));
        svg.append(format("<text x=\"12\" y=\"24\" font-size=\"15\" font-weight=\"bold\">%s</text>%n", escaped(title)));
        for (int n = 0; n < summaries.size(); n++) {
            svg.append(row(summaries.get(n), figure.apply(summaries.get(n)), Math.max(most, 1), TOP + ROW * n));
        }
        return svg.append("</svg>").append(System.lineSeparator()).toString();
    }

    private static String row(Summary one, Summary.Range range, double most, int y) {
        double scale = WIDTH / most;
        String color = one.contender().equals("baton") ? "#0e766e" : "#94a3b8";
        String label = one.contender() + ", " + one.workload() + (one.counts() ? "" : " (void)");
        return format("<text x=\"12\" y=\"%d\">%s</text>%n", y + 16, escaped(label))
                + format(
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                        LABELS, y + 4, range.median() * scale, ROW - 9, color)
                + format(
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#1e293b\" stroke-width=\"2\"/>%n",
                        LABELS + range.least() * scale, LABELS + range.most() * scale, y + 12, y + 12)
                + format(
                        "<text x=\"%.1f\" y=\"%d\">%,.0f</text>%n",
                        LABELS + range.most() * scale + 8, y + 16, range.median());
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
