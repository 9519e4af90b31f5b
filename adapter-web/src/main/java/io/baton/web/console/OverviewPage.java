package io.baton.web.console;

import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.application.view.Readings.NodeReading;
import io.baton.domain.access.Role;
import io.baton.domain.node.ClusterView;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the cluster is, at a glance. */
final class OverviewPage {
    private static final int NEWEST = 500;
    private static final int SHOWN = 10;
    private static final Duration SOON = Duration.ofMinutes(10);

    private final Office.Counters counters;
    private final Desk.Look look;

    OverviewPage(Office.Counters counters, Desk.Look look) {
        this.counters = counters;
        this.look = look;
    }

    String page(Visit visit) {
        List<NodeReading> nodes = counters.cluster().nodes(visit.who());
        ClusterView view = counters.cluster().view(visit.who());
        Instant now = counters.cluster().now(visit.who());
        List<TaskRow> newest = search(visit, Filter.ALL, NEWEST);
        List<TaskRow> running = search(visit, in(TaskState.RUNNING), SHOWN);
        List<String> problems = new ArrayList<>(Problems.of(visit, view, nodes, look.watch()));
        problems.addAll(Problems.overdue(visit, newest, now));
        letters(visit, problems);
        return Shell.page(
                visit,
                visit.say("overview.title"),
                Parts.live(
                        "overview",
                        problems(visit, problems),
                        figures(visit, nodes, newest),
                        Parts.card(visit.say("overview.outcomes", newest.size()), Charts.outcomes(visit, newest)),
                        Parts.card(visit.say("overview.running"), running(visit, running)),
                        Tag.of("div", "columns")
                                .add(
                                        Parts.card(visit.say("overview.next"), next(visit, now)),
                                        Parts.card(visit.say("overview.nodes"), nodes(visit, nodes)))));
    }

    private List<TaskRow> search(Visit visit, Filter filter, int most) {
        return counters.runs()
                .search(visit.who(), new Query(filter, Optional.empty(), most))
                .rows();
    }

    private static Filter in(TaskState state) {
        return new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(state),
                Optional.empty(),
                new Span(Optional.empty(), Optional.empty()));
    }

    private void letters(Visit visit, List<String> problems) {
        if (visit.mayForAll(Role.VIEWER)) {
            int letters = counters.letters().all(visit.who()).size();
            if (letters > 0) {
                problems.add(visit.say("problem.letters", letters));
            }
        }
    }

    private static Html problems(Visit visit, List<String> problems) {
        if (problems.isEmpty()) {
            return Tag.of("p", "well").text(visit.say("overview.well"));
        }
        Tag list = Tag.of("ul", "problems").with("role", "alert");
        problems.forEach(problem -> list.add(Tag.of("li").text(problem)));
        return list;
    }

    private Html figures(Visit visit, List<NodeReading> nodes, List<TaskRow> newest) {
        List<Duration> late =
                newest.stream().flatMap(row -> RunTable.lateness(row).stream()).toList();
        long ended =
                newest.stream().filter(row -> row.story().end().isPresent()).count();
        long good = newest.stream().filter(Charts::good).count();
        int busy = nodes.stream()
                .mapToInt(node -> node.member().beat().status().busy())
                .sum();
        int slots = nodes.stream()
                .mapToInt(node -> node.member().beat().profile().slots())
                .sum();
        String master = look.watch().master().map(who -> who.node().text()).orElse("–");
        return Tag.of("div", "figures")
                .add(
                        Parts.figure(
                                visit.say("figure.nodes"),
                                String.valueOf(look.watch().alive().size()),
                                visit.say("figure.master", master)),
                        Parts.figure(visit.say("figure.busy"), busy + " / " + slots, visit.say("figure.slots")),
                        Parts.figure(
                                visit.say("figure.good"), Charts.percent(good, ended), visit.say("figure.of", ended)),
                        Parts.figure(
                                visit.say("figure.late"),
                                Charts.quantile(late, 0.5).map(Parts::span).orElse("–"),
                                "p99 "
                                        + Charts.quantile(late, 0.99)
                                                .map(Parts::span)
                                                .orElse("–")));
    }

    private Html running(Visit visit, List<TaskRow> rows) {
        List<TaskId> ids = rows.stream().map(TaskRow::id).toList();
        return RunTable.of(visit, rows, counters.runs().progress(visit.who(), ids), visit.say("overview.idle"));
    }

    private Html next(Visit visit, Instant now) {
        List<Tag> rows = new Upcoming(look.crons())
                .next(counters.jobs().all(visit.who()), now, now.plus(SOON), SHOWN).stream()
                        .map(due -> Parts.row(
                                Parts.time(due.at()), Parts.job(due.job().key())))
                        .toList();
        return Parts.table(
                List.of(visit.say("job.next"), visit.say("job.name")), rows, visit.say("overview.nothing-soon"));
    }

    private static Html nodes(Visit visit, List<NodeReading> nodes) {
        List<Tag> rows = nodes.stream()
                .map(node -> Parts.row(
                        Html.text(node.member().id().text() + (node.master() ? " ★" : "")),
                        Parts.meter(visit.say("node.load"), node.member().beat().load()),
                        Html.text(node.queue().depth() + "")))
                .toList();
        return Parts.table(
                List.of(visit.say("node.id"), visit.say("node.load"), visit.say("node.queue")),
                rows,
                visit.say("node.none"));
    }
}
