package io.baton.web.console;

import io.baton.application.node.LoadHistory.Sample;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Small charts, drawn on the server as SVG; their numbers are in the titles, for who does not see them. */
final class Charts {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 120;
    private static final int BARS = 60;
    /** 85 %: as the meters have it. */
    private static final double HIGH = 0.85;

    private static final long MINUTE = 60_000;

    private Charts() {}

    /** How runs ended, over the time that they span. */
    static Html outcomes(Visit visit, List<TaskRow> rows) {
        List<TaskRow> ended = rows.stream().filter(Charts::ran).toList();
        if (ended.isEmpty()) {
            return Tag.of("p", "nothing").text(visit.say("chart.nothing"));
        }
        long from = at(ended.get(ended.size() - 1));
        long width = Math.max(1, (at(ended.get(0)) - from) / BARS + 1);
        int[][] counts = new int[BARS][2];
        for (TaskRow row : ended) {
            int bar = (int) Math.min(BARS - 1, (at(row) - from) / width);
            counts[bar][good(row) ? 0 : 1]++;
        }
        int most = 1;
        for (int[] count : counts) {
            most = Math.max(most, count[0] + count[1]);
        }
        Tag svg = svg(visit.say("chart.outcomes", ended.size()));
        for (int i = 0; i < BARS; i++) {
            int good = counts[i][0] * (HEIGHT - 10) / most;
            int bad = counts[i][1] * (HEIGHT - 10) / most;
            String title = visit.say("chart.bar", counts[i][0], counts[i][1]);
            svg.add(bar(i, 0, good, "good", title), bar(i, good, bad, "bad", title));
        }
        return Tag.of("figure")
                .add(svg)
                .add(Tag.of("figcaption")
                        .add(
                                Parts.time(Instant.ofEpochMilli(from)),
                                Parts.time(Instant.ofEpochMilli(at(ended.get(0))))));
    }

    /** How long runs took, the oldest first. */
    static Html durations(Visit visit, List<TaskRow> rows) {
        List<TaskRow> ended = new ArrayList<>(rows.stream()
                .filter(row -> RunTable.took(row).isPresent())
                .limit(BARS)
                .toList());
        if (ended.isEmpty()) {
            return Tag.of("p", "nothing").text(visit.say("chart.nothing"));
        }
        Collections.reverse(ended);
        long most = ended.stream().mapToLong(Charts::millis).max().orElse(1);
        Tag svg = svg(visit.say("chart.durations", ended.size(), Parts.span(Duration.ofMillis(most))));
        for (int i = 0; i < ended.size(); i++) {
            TaskRow row = ended.get(i);
            int height = (int) Math.max(2, millis(row) * (HEIGHT - 10) / Math.max(1, most));
            svg.add(bar(i, 0, height, good(row) ? "good" : "bad", Parts.span(Duration.ofMillis(millis(row)))));
        }
        return Tag.of("figure")
                .add(svg)
                .add(Tag.of("figcaption")
                        .add(Html.text(visit.say("chart.longest", Parts.span(Duration.ofMillis(most))))));
    }

    /** How loaded a node was, minute by minute over an hour up to now. @param samples the oldest first */
    static Html load(Visit visit, List<Sample> samples, Instant now) {
        if (samples.isEmpty()) {
            return Tag.of("p", "nothing").text(visit.say("chart.no-load"));
        }
        Instant last = now.truncatedTo(ChronoUnit.MINUTES);
        double most = samples.stream().mapToDouble(Sample::load).max().orElse(0);
        String latest = share(samples.get(samples.size() - 1).load());
        Tag svg = svg(visit.say("chart.load", latest, share(most))).with("class", "chart low");
        for (Sample sample : samples) {
            int index = BARS - 1 - (int) Math.min(BARS, ChronoUnit.MINUTES.between(sample.minute(), last));
            if (index >= 0) {
                int height = Math.max(2, (int) (sample.load() * HEIGHT));
                svg.add(bar(index, 0, height, sample.load() > HIGH ? "bad" : "good", share(sample.load())));
            }
        }
        return Tag.of("figure")
                .add(svg)
                .add(Tag.of("figcaption")
                        .add(
                                Tag.of("span")
                                        .text(visit.say("chart.load-since") + " ")
                                        .add(Parts.time(samples.get(0).minute())),
                                Tag.of("span").text(visit.say("chart.load-most", share(most)))));
    }

    private static String share(double load) {
        return Math.round(load * 100) + " %";
    }

    private static Tag svg(String label) {
        return Tag.of("svg", "chart")
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("preserveAspectRatio", "none")
                .with("role", "img")
                .with("aria-label", label);
    }

    private static Html bar(int index, int above, int height, String css, String title) {
        if (height == 0) {
            return Html.NOTHING;
        }
        int step = WIDTH / BARS;
        return Tag.of("rect", css)
                .with("x", String.valueOf(index * step + 1))
                .with("y", String.valueOf(HEIGHT - above - height))
                .with("width", String.valueOf(step - 2))
                .with("height", String.valueOf(height))
                .add(Tag.of("title").text(title));
    }

    private static long millis(TaskRow row) {
        return RunTable.took(row).map(Duration::toMillis).orElse(0L);
    }

    private static long at(TaskRow row) {
        return row.terms().scheduledAt().toEpochMilli();
    }

    static boolean good(TaskRow row) {
        return row.story()
                .end()
                .filter(end -> end.outcome() == Outcome.SUCCEEDED)
                .isPresent();
    }

    /** Whether it has ended by more than not being run. */
    static boolean ran(TaskRow row) {
        return row.story().end().filter(end -> end.outcome() != Outcome.SKIPPED).isPresent();
    }

    /**
     * Firings a second in the last minute, or in the shorter time that the rows reach back.
     *
     * @param rows the newest of all, the newest first
     * @param most so many rows at most: if they are fewer, there are no others
     */
    static double rate(List<TaskRow> rows, int most, Instant now) {
        long firings = rows.stream()
                .filter(row -> row.id().shard().isEmpty())
                .filter(row -> at(row) > now.toEpochMilli() - MINUTE && at(row) <= now.toEpochMilli())
                .count();
        long oldest = rows.isEmpty() ? 0 : at(rows.get(rows.size() - 1));
        long reach = rows.size() < most ? MINUTE : now.toEpochMilli() - oldest;
        long span = Math.max(1_000, Math.min(MINUTE, reach));
        return firings * 1_000.0 / span;
    }

    /** The value below which that share of the values lies; empty if there is none. */
    static Optional<Duration> quantile(List<Duration> values, double share) {
        List<Duration> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1)))));
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
