package io.baton.web.console;

import io.baton.application.office.Office;
import io.baton.domain.access.Role;
import io.baton.domain.job.Spread;
import io.baton.domain.log.Progress;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run: every step with its time, why it ran where it did, and what it said. */
final class RunPage {
    private final Office.Counters counters;

    RunPage(Office.Counters counters) {
        this.counters = counters;
    }

    Optional<String> page(Visit visit, TaskId task) {
        return counters.runs().find(visit.who(), task).map(row -> page(visit, row));
    }

    private String page(Visit visit, TaskRow row) {
        Optional<Progress> progress = Optional.ofNullable(
                counters.runs().progress(visit.who(), List.of(row.id())).get(row.id()));
        String path = "/api/v1/runs/" + Parts.url(row.id().toString());
        return Shell.page(
                visit,
                row.id().toString(),
                Parts.live(
                        "run",
                        head(visit, row, path, progress),
                        Tag.of("div", "columns")
                                .add(
                                        Parts.card(visit.say("run.steps"), steps(visit, row)),
                                        Parts.card(visit.say("run.terms"), terms(visit, row))),
                        error(visit, row),
                        attempts(visit, row)),
                row.state() == TaskState.SPREAD
                                || (row.terms().parts() > 1 && row.id().shard().isEmpty())
                        ? Html.NOTHING
                        : log(visit, path));
    }

    private static Html head(Visit visit, TaskRow row, String path, Optional<Progress> progress) {
        Tag line = Tag.of("p", "tools").add(Parts.badge(visit, row));
        line.add(
                Tag.of("span", "grow").add(row.state() == TaskState.RUNNING ? Parts.progress(progress) : Html.NOTHING));
        if (visit.may(Role.OPERATOR)) {
            if (row.state() != TaskState.DONE) {
                line.add(Parts.carefulButton(
                        visit.say("act.cancel"), "POST " + path + "/cancel", visit.say("ask.cancel")));
            }
            line.add(Parts.button(visit.say("act.rerun"), "POST " + path + "/rerun")
                    .with("data-goto", "run"));
        }
        return line;
    }

    private static Html steps(Visit visit, TaskRow row) {
        Instant due = row.terms().scheduledAt();
        Tag list = Tag.of("ol", "steps");
        step(list, visit.say("step.due"), due, due, "");
        step(
                list,
                visit.say("step.claimed"),
                row.story().claimedAt(),
                due,
                node(row.story().claimedBy()));
        String owner = row.standing().owner().map(RunPage::node).orElse("");
        row.standing().times().sentAt().ifPresent(at -> step(list, visit.say("step.sent"), at, due, owner));
        row.story().takenAt().ifPresent(at -> step(list, visit.say("step.taken"), at, due, owner));
        row.story().startedAt().ifPresent(at -> step(list, visit.say("step.started"), at, due, owner));
        row.story().finishedAt().ifPresent(at -> step(list, visit.say("step.finished"), at, due, ""));
        return Tag.of("div").add(list, Tag.of("p", "reason").text(whereWords(visit, row)));
    }

    private static void step(Tag list, String name, Instant at, Instant due, String node) {
        Duration after = Duration.between(due, at);
        list.add(Tag.of("li")
                .add(Tag.of("b").text(name), Parts.time(at))
                .add(Tag.of("small")
                        .text((after.isZero() ? "" : "+" + Parts.span(after)) + (node.isEmpty() ? "" : " · " + node))));
    }

    private static String node(Incarnation who) {
        return who.node().text();
    }

    /** Why it ran where it did, from what the ledger knows. */
    static String whereWords(Visit visit, TaskRow row) {
        Optional<Incarnation> owner = row.standing().owner();
        if (owner.isEmpty()) {
            return visit.say("where.nowhere");
        }
        String node = node(owner.get());
        String claimer = node(row.story().claimedBy());
        if (row.standing().turn().recoveries() > 0) {
            return visit.say("where.recovered", node, row.standing().turn().recoveries());
        }
        if (row.terms().spread() == Spread.BROADCAST) {
            return visit.say("where.broadcast", node);
        }
        if (row.terms().spread() == Spread.MASTER) {
            return visit.say("where.master", node);
        }
        return owner.get().equals(row.story().claimedBy())
                ? visit.say("where.here", node)
                : visit.say("where.sent", node, claimer);
    }

    private static Html terms(Visit visit, TaskRow row) {
        Tag list = Tag.of("dl");
        entry(list, visit.say("run.job"), Parts.job(row.job()));
        entry(
                list,
                visit.say("run.version"),
                Html.text(String.valueOf(row.terms().work().jobVersion())));
        entry(
                list,
                visit.say("job.target"),
                Tag.of("code").text(row.terms().work().target()));
        entry(
                list,
                visit.say("job.data"),
                Tag.of("code").text(row.terms().work().data().text()));
        entry(
                list,
                visit.say("run.attempt"),
                Html.text(row.attempt()
                        + (row.standing().turn().recoveries() > 0
                                ? " · "
                                        + visit.say(
                                                "run.recoveries",
                                                row.standing().turn().recoveries())
                                : "")));
        entry(list, visit.say("run.fence"), Html.text(String.valueOf(row.fence())));
        row.id()
                .shard()
                .ifPresent(shard -> entry(
                        list,
                        visit.say("run.shard"),
                        Html.text(
                                visit.say("run.shard-of", shard + 1, row.terms().parts()))));
        return list;
    }

    private static void entry(Tag list, String name, Html value) {
        list.add(Tag.of("dt").text(name), Tag.of("dd").add(value));
    }

    private static Html error(Visit visit, TaskRow row) {
        return row.story()
                .end()
                .filter(end -> !end.error().isEmpty())
                .<Html>map(end -> Parts.card(
                        visit.say("run.error"), Tag.of("pre", "error").text(end.error())))
                .orElse(Html.NOTHING);
    }

    private Html attempts(Visit visit, TaskRow row) {
        List<Attempt> attempts = counters.runs().attempts(visit.who(), row.id());
        if (attempts.isEmpty()) {
            return Html.NOTHING;
        }
        List<Tag> rows = attempts.stream()
                .map(attempt -> Parts.row(
                        Html.text(String.valueOf(attempt.number())),
                        Parts.badge(
                                attempt.span().end().outcome().name(),
                                visit.say("outcome."
                                        + attempt.span().end().outcome().name()),
                                attempt.late() ? visit.say("run.too-late") : ""),
                        Parts.text(attempt.node().map(RunPage::node).orElse("")),
                        Parts.time(attempt.span().startedAt()),
                        Parts.time(attempt.span().finishedAt()),
                        Tag.of("small")
                                .text(attempt.span()
                                        .end()
                                        .error()
                                        .lines()
                                        .findFirst()
                                        .orElse(""))))
                .toList();
        return Parts.card(
                visit.say("run.earlier"),
                Parts.table(
                        List.of(
                                visit.say("run.attempt"),
                                visit.say("run.outcome"),
                                visit.say("run.node"),
                                visit.say("step.started"),
                                visit.say("step.finished"),
                                visit.say("run.error")),
                        rows,
                        ""));
    }

    private static Html log(Visit visit, String path) {
        return Parts.card(
                visit.say("run.log"),
                Tag.of("p", "filters")
                        .add(Tag.of("input")
                                .with("type", "search")
                                .flag("data-log-search", true)
                                .with("placeholder", visit.say("run.search"))
                                .with("aria-label", visit.say("run.search"))),
                Tag.of("div", "log")
                        .with("data-log", path + "/log")
                        .with("data-empty", visit.say("run.silent"))
                        .with("data-gap", visit.say("run.gap"))
                        .with("data-attempt", visit.say("run.attempt"))
                        .with("role", "log")
                        .with("tabindex", "0")
                        .with("aria-label", visit.say("run.log")));
    }
}
