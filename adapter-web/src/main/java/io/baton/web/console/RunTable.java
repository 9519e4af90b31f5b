package io.baton.web.console;

import io.baton.domain.log.Progress;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as rows. */
final class RunTable {
    private RunTable() {}

    static Html of(Visit visit, List<TaskRow> rows, Map<TaskId, Progress> progress, String nothing) {
        List<String> headings = List.of(
                visit.say("run.task"),
                visit.say("run.outcome"),
                visit.say("run.node"),
                visit.say("run.scheduled"),
                visit.say("run.late"),
                visit.say("run.took"));
        List<Tag> body = rows.stream()
                .map(row -> Parts.row(
                        Parts.run(row.id()),
                        Tag.of("span")
                                .add(
                                        Parts.badge(visit, row),
                                        row.story().end().isPresent()
                                                ? Html.NOTHING
                                                : Parts.progress(Optional.ofNullable(progress.get(row.id())))),
                        Parts.text(row.standing()
                                .owner()
                                .map(who -> who.node().text())
                                .orElse("")),
                        Parts.time(row.terms().scheduledAt()),
                        Parts.text(lateness(row).map(Parts::span).orElse("")),
                        Parts.text(took(row).map(Parts::span).orElse(""))))
                .toList();
        return Parts.table(headings, body, nothing);
    }

    /** From the due time to the start of the first attempt. */
    static Optional<Duration> lateness(TaskRow row) {
        return row.story()
                .startedAt()
                .filter(at -> row.attempt() == 1)
                .map(at -> Duration.between(row.terms().scheduledAt(), at))
                .map(late -> late.isNegative() ? Duration.ZERO : late);
    }

    static Optional<Duration> took(TaskRow row) {
        return row.story().startedAt().flatMap(from -> row.story().finishedAt().map(to -> Duration.between(from, to)));
    }
}
