package io.baton.web.console;

import io.baton.application.node.ClusterWatch;
import io.baton.application.office.Office;
import io.baton.application.view.Readings.NodeReading;
import io.baton.domain.access.Role;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The nodes: how loaded, how well, and whether they take work. */
final class NodesPage {
    private final Office.Counters counters;
    private final ClusterWatch watch;
    private final Departed departed;

    NodesPage(Office.Counters counters, ClusterWatch watch, Departed departed) {
        this.counters = counters;
        this.watch = watch;
        this.departed = departed;
    }

    String page(Visit visit) {
        ClusterView view = counters.cluster().view(visit.who());
        List<NodeReading> nodes = counters.cluster().nodes(visit.who());
        Tag cards = Tag.of("div", "cards");
        nodes.forEach(node -> cards.add(card(visit, node, view)));
        departed.look(view);
        departed.gone().forEach(node -> cards.add(departed(visit, node, view)));
        Html gone = gone(visit, view);
        return Shell.page(
                visit,
                visit.say("nodes.title"),
                Parts.live("nodes", cards, gone),
                Tag.of("p", "about")
                        .text(visit.say("nodes.load-about", watch.self().node())));
    }

    private Html card(Visit visit, NodeReading node, ClusterView view) {
        Heartbeat beat = node.member().beat();
        boolean alive = !node.member().beatAt().plus(watch.timeout()).isBefore(view.now());
        boolean wanted = view.drainWanted().contains(node.member().id());
        Tag list = Tag.of("dl");
        entry(list, visit.say("node.load"), Parts.meter(visit.say("node.load"), beat.load()));
        entry(
                list,
                visit.say("node.cpu"),
                Html.text(String.format(Locale.ROOT, "%.0f %%", beat.status().cpu() * 100)));
        entry(
                list,
                visit.say("node.busy"),
                Html.text(beat.status().busy() + " / " + beat.profile().slots()));
        entry(
                list,
                visit.say("node.queue"),
                Html.text(String.valueOf(node.queue().depth())));
        entry(list, visit.say("node.in-flight"), Html.text(String.valueOf(node.inFlight())));
        entry(
                list,
                visit.say("node.heartbeat"),
                Html.text(Parts.span(Duration.between(node.member().beatAt(), view.now()))));
        entry(list, visit.say("node.started"), Parts.time(beat.status().startedAt()));
        entry(list, visit.say("node.version"), Html.text(beat.profile().version()));
        entry(
                list,
                visit.say("node.labels"),
                Parts.text(beat.profile().labels().values().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(", "))));
        Tag head = Tag.of("p", "tools").add(state(visit, alive, beat.status().draining() || wanted));
        if (node.master()) {
            head.add(Parts.badge("master", visit.say("node.master"), ""));
        }
        Html button =
                visit.mayForAll(Role.OPERATOR) ? drain(visit, node.member().id().text(), wanted) : Html.NOTHING;
        Html load = Charts.load(visit, watch.history().of(node.member().id()), view.now());
        return Parts.card(node.member().id().text(), head, load, list, button);
    }

    private static Html departed(Visit visit, Departed.Gone node, ClusterView view) {
        Heartbeat beat = node.member().beat();
        Tag list = Tag.of("dl");
        entry(
                list,
                visit.say("node.heartbeat"),
                Html.text(Parts.span(Duration.between(node.member().beatAt(), view.now()))));
        entry(list, visit.say("node.started"), Parts.time(beat.status().startedAt()));
        entry(list, visit.say("node.version"), Html.text(beat.profile().version()));
        Html badge = node.inOrder()
                ? Parts.badge("waiting", visit.say("node.stopped"), "")
                : Parts.badge("lost", visit.say("node.gone"), "");
        String about = node.inOrder() ? visit.say("node.stopped-about") : visit.say("node.gone-about");
        return Parts.card(
                node.member().id().text(),
                Tag.of("p", "tools").add(badge),
                Tag.of("p", "about").text(about),
                list);
    }

    private static Html state(Visit visit, boolean alive, boolean draining) {
        if (!alive) {
            return Parts.badge("lost", visit.say("node.silent"), "");
        }
        return draining
                ? Parts.badge("waiting", visit.say("node.draining"), "")
                : Parts.badge("succeeded", visit.say("node.alive"), "");
    }

    private static Html drain(Visit visit, String id, boolean wanted) {
        String path = "/api/v1/nodes/" + Parts.url(id);
        return Tag.of("p", "tools")
                .add(
                        wanted
                                ? Parts.button(visit.say("act.undrain"), "POST " + path + "/undrain")
                                : Parts.carefulButton(
                                                visit.say("act.drain"),
                                                "POST " + path + "/drain",
                                                visit.say("ask.drain", id))
                                        .with("class", ""));
    }

    /** Wishes to drain that outlive their nodes. */
    private static Html gone(Visit visit, ClusterView view) {
        List<Tag> rows = view.drainWanted().stream()
                .filter(id -> view.find(id).isEmpty())
                .sorted(java.util.Comparator.comparing(Object::toString))
                .map(id -> Parts.row(
                        Html.text(id.text()),
                        visit.mayForAll(Role.OPERATOR) ? drain(visit, id.text(), true) : Html.NOTHING))
                .toList();
        return rows.isEmpty()
                ? Html.NOTHING
                : Parts.card(visit.say("nodes.gone"), Parts.table(List.of(visit.say("node.id"), ""), rows, ""));
    }

    private static void entry(Tag list, String name, Html value) {
        list.add(Tag.of("dt").text(name), Tag.of("dd").add(value));
    }
}
