package io.baton.web.console;

import io.baton.domain.job.JobKey;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskRow;
import io.baton.web.console.Lanes.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * A job's runs as marks on an axis of time, from the oldest of them to now. Colour alone tells nothing: what went wrong stands
 * taller, what was lost is hatched, what did not run is a diamond, what is not over is dashed. The marks are no stops of the
 * tabulator, for there may be hundreds; the table of runs has the same links.
 */
final class Timeline {
    private static final int LANE = 24;
    private static final int LOW = 12;
    private static final int TALL = 20;
    private static final int AXIS = 22;
    /** 10 s: a run of just now is not to look as if it took for ever. */
    private static final Duration LEAST = Duration.ofSeconds(10);
    /** 0.5 %: some 5 of 1,000 pixels, or a run of 10 ms would not be seen. */
    private static final double NARROWEST = 0.5;

    private static final Set<Outcome> TALL_ONES = Set.of(Outcome.FAILED, Outcome.TIMED_OUT, Outcome.LOST, Outcome.DEAD);

    private final Visit visit;
    private final Lanes lanes;
    private final TimeAxis axis;

    private Timeline(Visit visit, List<TaskRow> rows, Instant now) {
        this.visit = visit;
        this.lanes = Lanes.of(rows, now);
        Instant oldest = lanes.marks().get(0).from();
        Instant least = now.minus(LEAST);
        this.axis = new TimeAxis(oldest.isBefore(least) ? oldest : least, now);
    }

    /** @param rows of that job */
    static Html of(Visit visit, JobKey job, List<TaskRow> rows, Instant now) {
        if (rows.isEmpty()) {
            return Tag.of("p", "nothing").text(visit.say("job.no-runs"));
        }
        Timeline line = new Timeline(visit, rows, now);
        Tag below = Tag.of("figcaption").add(line.legend());
        if (line.lanes.crowded()) {
            below.add(Tag.of("span").text(visit.say("timeline.crowded", Lanes.MOST)));
        }
        below.add(Parts.link("/runs?job=" + Parts.url(job.toString()), visit.say("timeline.all")));
        return Tag.of("figure").add(line.drawing(), below);
    }

    private Tag drawing() {
        int height = lanes.count() * LANE;
        Tag svg = Tag.of("svg", "timeline")
                .with("width", "100%")
                .with("height", String.valueOf(height + AXIS))
                .with("role", "img")
                .with("aria-label", visit.say("timeline.label", lanes.marks().size(), Visit.when(axis.from())))
                .add(hatch());
        axis.ticks().forEach(at -> svg.add(line(axis.at(at), height, "tick"), label(at, height)));
        svg.add(line(100, height, "now"));
        lanes.marks().forEach(mark -> svg.add(mark(mark)));
        return svg;
    }

    /** Slanting lines, by which what was lost is known without colour. */
    private static Tag hatch() {
        return Tag.of("defs")
                .add(Tag.of("pattern", "hatch")
                        .with("id", "hatch")
                        .with("width", "5")
                        .with("height", "5")
                        .with("patternUnits", "userSpaceOnUse")
                        .with("patternTransform", "rotate(45)")
                        .add(Tag.of("rect").with("width", "2.5").with("height", "5")));
    }

    private static Tag line(double place, int height, String css) {
        String x = TimeAxis.percent(place);
        return Tag.of("line", css).with("x1", x).with("x2", x).with("y1", "0").with("y2", String.valueOf(height));
    }

    /** In UTC; the page's script says it in the reader's zone. */
    private Tag label(Instant at, int height) {
        String pattern = switch (axis.grain()) {
            case "day" -> "MM-dd HH:mm";
            case "minute" -> "HH:mm";
            default -> "HH:mm:ss";
        };
        double place = axis.at(at);
        String anchor = place < 6 ? "start" : place > 94 ? "end" : "middle";
        return Tag.of("text")
                .with("x", TimeAxis.percent(place))
                .with("y", String.valueOf(height + AXIS - 6))
                .with("text-anchor", anchor)
                .with("data-at", Visit.when(at))
                .with("data-grain", axis.grain())
                .text(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atOffset(ZoneOffset.UTC)));
    }

    private Tag mark(Mark mark) {
        TaskRow row = mark.row();
        double from = axis.at(mark.from());
        double width = Math.max(NARROWEST, axis.at(mark.to()) - from);
        Tag link = Parts.link("/runs/" + Parts.url(row.id().toString()), "").with("tabindex", "-1");
        link.add(Tag.of("title").text(title(mark)));
        double left = Math.min(from, 100 - width);
        int middle = mark.lane() * LANE + LANE / 2;
        return link.add(
                skipped(row)
                        ? diamond(TimeAxis.percent(from), middle)
                        : bar(row, TimeAxis.percent(left), width, middle));
    }

    private static Tag bar(TaskRow row, String x, double width, int middle) {
        int height = row.story()
                        .end()
                        .filter(end -> TALL_ONES.contains(end.outcome()))
                        .isPresent()
                ? TALL
                : LOW;
        Tag bar = Tag.of("rect", kind(row).toLowerCase(Locale.ROOT))
                .with("x", x)
                .with("y", String.valueOf(middle - height / 2))
                .with("width", TimeAxis.percent(width))
                .with("height", String.valueOf(height))
                .with("rx", "2");
        return kind(row).equals("LOST") ? bar.with("fill", "url(#hatch)") : bar;
    }

    private static Tag diamond(String x, int middle) {
        return Tag.of("svg")
                .with("x", x)
                .with("y", String.valueOf(middle))
                .with("overflow", "visible")
                .add(Tag.of("path", "skipped").with("d", "M0 -6L6 0L0 6L-6 0Z"));
    }

    private static boolean skipped(TaskRow row) {
        return kind(row).equals("SKIPPED");
    }

    /** Its outcome, or its state while it has none. */
    private static String kind(TaskRow row) {
        return row.story()
                .end()
                .map(end -> end.outcome().name())
                .orElse(row.state().name());
    }

    private String words(TaskRow row) {
        return visit.say((row.story().end().isPresent() ? "outcome." : "state.") + kind(row));
    }

    private String title(Mark mark) {
        return visit.say(
                "timeline.mark",
                words(mark.row()),
                Visit.when(mark.from()),
                Parts.span(Duration.between(mark.from(), mark.to())));
    }

    /** What the marks mean, of those kinds that are there. */
    private Tag legend() {
        TreeMap<String, List<TaskRow>> kinds = new TreeMap<>(
                lanes.marks().stream().map(Mark::row).collect(java.util.stream.Collectors.groupingBy(Timeline::kind)));
        Tag legend = Tag.of("ul", "legend");
        kinds.forEach((kind, rows) -> {
            TaskRow one = rows.get(0);
            Tag sample = skipped(one) ? diamond("50%", LANE / 2) : bar(one, "5%", 90, LANE / 2);
            legend.add(Tag.of("li")
                    .add(Tag.of("svg", "timeline")
                            .with("width", "18")
                            .with("height", String.valueOf(LANE))
                            .with("aria-hidden", "true")
                            .add(sample))
                    .text(words(one) + " " + rows.size()));
        });
        return legend;
    }
}
