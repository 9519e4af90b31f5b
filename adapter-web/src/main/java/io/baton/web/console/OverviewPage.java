package io.baton.web.console;

import io.baton.application.node.ClusterWatch;
import io.baton.application.view.Readings.NodeReading;
import io.baton.domain.port.StoreWarning;
import io.baton.domain.task.TaskRow;
import io.baton.web.console.Glances.Glance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** How the cluster is, at a glance: looked at and written once a second at most for all who may see the same. */
final class OverviewPage {
    /** 1 s: half of what people take for live. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Shared<Pieces> pieces;
    private final ClusterWatch watch;
    private final Departed departed;
    private final Supplier<List<StoreWarning>> warnings;

    OverviewPage(Glances glances, ClusterWatch watch, Console.Insight insight) {
        this.pieces = new Shared<>(FRESH, who -> new Pieces(glances.of(who)));
        this.watch = watch;
        this.departed = insight.departed();
        this.warnings = insight.warnings();
    }

    String page(Visit visit) {
        return Shell.page(
                visit, visit.say("overview.title"), pieces.of(visit.who()).in(visit));
    }

    /** A glance and what was written of it, in each language once: nothing else of a visit matters to it. */
    private final class Pieces {
        private final Glance glance;
        private final Map<Tongue, Html> written = new ConcurrentHashMap<>();

        Pieces(Glance glance) {
            this.glance = glance;
        }

        Html in(Visit visit) {
            return written.computeIfAbsent(
                    visit.manner().tongue(), tongue -> live(visit, glance).written());
        }
    }

    private Html live(Visit visit, Glance glance) {
        List<String> problems = new ArrayList<>(Problems.of(visit, glance.view(), glance.nodes(), watch, departed));
        problems.addAll(Problems.ofStores(visit, warnings.get()));
        problems.addAll(Problems.overdue(visit, glance.overdue()));
        if (glance.letters() > 0) {
            problems.add(visit.say("problem.letters", glance.letters()));
        }
        return Parts.live(
                "overview",
                problems(visit, problems),
                figures(visit, glance.nodes(), glance.newest(), glance.now()),
                Parts.card(
                        visit.say("overview.outcomes", glance.newest().size()),
                        Charts.outcomes(visit, glance.newest())),
                Parts.card(visit.say("overview.running"), running(visit, glance)),
                Tag.of("div", "columns")
                        .add(
                                Parts.card(visit.say("overview.next"), next(visit, glance.next())),
                                Parts.card(visit.say("overview.nodes"), nodes(visit, glance.nodes()))));
    }

    private static Html problems(Visit visit, List<String> problems) {
        if (problems.isEmpty()) {
            return Tag.of("p", "well").text(visit.say("overview.well"));
        }
        Tag list = Tag.of("ul", "problems").with("role", "alert");
        problems.forEach(problem -> list.add(Tag.of("li").text(problem)));
        return list;
    }

    private Html figures(Visit visit, List<NodeReading> nodes, List<TaskRow> newest, Instant now) {
        List<Duration> late =
                newest.stream().flatMap(row -> RunTable.lateness(row).stream()).toList();
        long ended = newest.stream().filter(Charts::ran).count();
        long good = newest.stream().filter(Charts::good).count();
        int busy = nodes.stream()
                .mapToInt(node -> node.member().beat().status().busy())
                .sum();
        int slots = nodes.stream()
                .mapToInt(node -> node.member().beat().profile().slots())
                .sum();
        String master = watch.master().map(who -> who.node().text()).orElse("–");
        return Tag.of("div", "figures")
                .add(
                        Parts.figure(
                                visit.say("figure.nodes"),
                                String.valueOf(watch.alive().size()),
                                visit.say("figure.master", master)),
                        Parts.figure(visit.say("figure.busy"), busy + " / " + slots, visit.say("figure.slots")),
                        Parts.figure(
                                visit.say("figure.rate"),
                                String.format(Locale.ROOT, "%.1f", Charts.rate(newest, Glances.NEWEST, now)),
                                visit.say("figure.rate-about")),
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

    private static Html running(Visit visit, Glance glance) {
        return RunTable.of(visit, glance.running(), glance.progress(), visit.say("overview.idle"));
    }

    private static Html next(Visit visit, List<Upcoming.Due> next) {
        List<Tag> rows = next.stream()
                .map(due -> Parts.row(Parts.time(due.at()), Parts.job(due.job().key())))
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
