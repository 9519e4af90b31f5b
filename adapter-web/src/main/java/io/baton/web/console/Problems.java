package io.baton.web.console;

import io.baton.application.node.ClusterWatch;
import io.baton.application.node.StoreClock;
import io.baton.application.office.RunOffice.Overdue;
import io.baton.application.view.Readings.NodeReading;
import io.baton.domain.node.ClusterView;
import io.baton.domain.port.StoreWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is not as it should be, in plain words. */
final class Problems {
    /** 60 s: a task that has waited longer for its start is late whatever the load. */
    static final Duration LATE = Duration.ofSeconds(60);

    private Problems() {}

    static List<String> of(
            Visit visit, ClusterView view, List<NodeReading> nodes, ClusterWatch watch, Departed departed) {
        List<String> problems = new ArrayList<>();
        if (view.master().isEmpty()) {
            problems.add(visit.say("problem.no-master"));
        }
        for (NodeReading node : nodes) {
            String id = node.member().id().text();
            if (node.member().beatAt().plus(watch.timeout()).isBefore(view.now())) {
                Duration silent = Duration.between(node.member().beatAt(), view.now());
                problems.add(visit.say("problem.silent", id, Parts.span(silent)));
            } else if (node.member().beat().status().draining()) {
                problems.add(visit.say("problem.draining", id));
            }
            clock(visit, id, node.member().beat().status().skew()).ifPresent(problems::add);
            int slots = node.member().beat().profile().slots();
            if (node.queue().depth() > 2L * slots) {
                problems.add(visit.say("problem.queue", id, node.queue().depth(), slots));
            }
        }
        departed.look(view);
        departed.gone().stream().filter(node -> !node.inOrder()).forEach(node -> {
            Duration silent = Duration.between(node.member().beatAt(), view.now());
            problems.add(visit.say("problem.gone", node.member().id(), Parts.span(silent)));
        });
        return problems;
    }

    /** @param skew how far the database's clock is ahead of the node's */
    static Optional<String> clock(Visit visit, String node, Duration skew) {
        if (skew.abs().compareTo(StoreClock.MOST_SKEW) <= 0) {
            return Optional.empty();
        }
        String key = skew.isNegative() ? "problem.clock-ahead" : "problem.clock-behind";
        return Optional.of(visit.say(key, node, Parts.span(skew.abs())));
    }

    /** A hole that a distributor may have mended is for the log alone: nobody can make it go from here. */
    static List<String> ofStores(Visit visit, List<StoreWarning> warnings) {
        return warnings.stream()
                .map(StoreWarning::kind)
                .filter(kind -> kind != StoreWarning.Kind.UNPATCHED)
                .map(kind -> visit.say("problem.store." + kind.name()))
                .toList();
    }

    static List<String> overdue(Visit visit, Overdue late) {
        if (late.count() == 0) {
            return List.of();
        }
        return List.of(visit.say(late.more() ? "problem.overdue-more" : "problem.overdue", late.count()));
    }
}
