package io.baton.resilience.checker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A history as SVG: a row a task, time from left to right. Grey: waits in a queue; blue: the ledger says that it runs; the
 * dark line inside: its method is at work; red rows and marks: what was broken; above: faults.
 */
final class Drawing {
    private static final int LEFT = 260;
    private static final int WIDTH = 1000;
    private static final int ROW = 16;
    private static final int TOP = 40;

    private final StringBuilder svg = new StringBuilder();
    private final History history;
    private final Set<String> broken;

    private Drawing(History history, Verdict verdict) {
        this.history = history;
        this.broken = verdict.violations().stream().map(Violation::subject).collect(Collectors.toSet());
    }

    static String of(History history, Verdict verdict) {
        Drawing drawing = new Drawing(history, verdict);
        drawing.draw(verdict.violations());
        return drawing.svg.toString();
    }

    private void draw(List<Violation> violations) {
        Map<String, List<Event>> tasks = history.tasks();
        Map<String, Integer> rows = new LinkedHashMap<>();
        tasks.keySet().forEach(task -> rows.put(task, TOP + ROW * rows.size()));
        int height = TOP + ROW * rows.size() + 20;
        svg.append("<svg width=\"")
                .append(LEFT + WIDTH + 20)
                .append("\" height=\"")
                .append(height)
                .append("\">\n");
        history.events().stream()
                .filter(e -> e.kind() == Kind.FAULT || e.kind() == Kind.HEALED)
                .forEach(e -> fault(e, height));
        tasks.forEach((task, events) -> row(task, events, rows.getOrDefault(task, TOP)));
        violations.forEach(v -> mark(v, rows.getOrDefault(v.subject(), TOP - ROW)));
        svg.append("</svg>\n");
    }

    private void row(String task, List<Event> events, int y) {
        svg.append("<text x=\"0\" y=\"")
                .append(y + 11)
                .append("\" fill=\"")
                .append(broken.contains(task) ? "#a40e26" : "#1b1f24")
                .append("\">")
                .append(TimeLine.escaped(task))
                .append("</text>\n");
        Map<String, Event> open = new HashMap<>();
        for (Event event : events) {
            switch (event.kind()) {
                case QUEUED, WAITING, CLAIMED -> open.putIfAbsent("waits", event);
                case STARTED -> {
                    close(open, "waits", event, y, "#c8ccd1", 10);
                    open.put("runs", event);
                }
                case BEGUN -> open.put("work" + event.attempt(), event);
                case RETURNED -> close(open, "work" + event.attempt(), event, y, "#0a3069", 3);
                case RETRIED, RECOVERED, FINISHED -> {
                    close(open, "waits", event, y, "#c8ccd1", 10);
                    close(open, "runs", event, y, "#80b4ff", 10);
                }
                default -> {}
            }
        }
        Event end = Event.of(history.frame().end(), Kind.OPEN, task);
        List.copyOf(open.keySet())
                .forEach(key -> close(open, key, end, y, key.equals("waits") ? "#c8ccd1" : "#b08800", 6));
    }

    private void close(Map<String, Event> open, String key, Event end, int y, String colour, int height) {
        Event begin = open.remove(key);
        if (begin != null) {
            int x = x(begin.at());
            svg.append("<rect x=\"")
                    .append(x)
                    .append("\" y=\"")
                    .append(y + (12 - height) / 2 + 1)
                    .append("\" width=\"")
                    .append(Math.max(2, x(end.at()) - x))
                    .append("\" height=\"")
                    .append(height)
                    .append("\" fill=\"")
                    .append(colour)
                    .append("\"><title>")
                    .append(TimeLine.escaped(
                            begin.kind() + " on " + begin.node() + ", " + end.kind() + " " + end.detail()))
                    .append("</title></rect>\n");
        }
    }

    private void fault(Event event, int height) {
        String colour = event.kind() == Kind.FAULT ? "#d1242f" : "#2da44e";
        svg.append("<line x1=\"")
                .append(x(event.at()))
                .append("\" x2=\"")
                .append(x(event.at()))
                .append("\" y1=\"12\" y2=\"")
                .append(height)
                .append("\" stroke=\"")
                .append(colour)
                .append("\" stroke-dasharray=\"2 3\"><title>")
                .append(TimeLine.escaped(event.subject() + " " + event.node() + " " + event.detail()))
                .append("</title></line>\n");
    }

    private void mark(Violation violation, int y) {
        svg.append("<circle cx=\"")
                .append(x(violation.at()))
                .append("\" cy=\"")
                .append(y + 7)
                .append("\" r=\"5\" fill=\"none\" stroke=\"#d1242f\" stroke-width=\"2\"><title>")
                .append(TimeLine.escaped(violation.toString()))
                .append("</title></circle>\n");
    }

    private int x(long at) {
        Frame frame = history.frame();
        long span = Math.max(1, frame.end() - frame.begin());
        return LEFT + (int) (Math.max(0, Math.min(span, at - frame.begin())) * WIDTH / span);
    }
}
