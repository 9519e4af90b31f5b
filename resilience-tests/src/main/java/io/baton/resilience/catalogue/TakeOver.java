package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.cluster.LedgerTable;
import io.baton.resilience.cluster.LedgerTable.Held;
import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Looks, from the death of a node on, when the ledger has elsewhere what that node held. */
final class TakeOver {
    /** Half a minute more than a silent node may take at the default timings. */
    private static final Duration LONGEST = Duration.ofSeconds(75);

    private final Stage stage;
    private final LedgerTable ledger;
    private final NodeProcess node;
    private final long diedAt;

    /** @param diedAt UTC millis */
    TakeOver(Stage stage, NodeProcess node, long diedAt) {
        this.stage = stage;
        this.ledger = stage.cluster().ledger();
        this.node = node;
        this.diedAt = diedAt;
    }

    /** Notes what the node holds, for it has just died, and goes on looking beside the row. */
    CompletableFuture<Void> watch(Death death, Timings timings) {
        List<Held> held = ledger.heldBy(node.id());
        for (Held task : held) {
            long allowed = death.allowed(task.state(), timings).toMillis();
            stage.tell(Event.of(diedAt, Kind.HELD, task.task())
                    .on(task.incarnation())
                    .saying(task.state() + " " + death.name().toLowerCase(Locale.ROOT) + " " + allowed));
        }
        return CompletableFuture.runAsync(() -> look(held));
    }

    private void look(List<Held> held) {
        List<Held> left = new ArrayList<>(held);
        Map<String, Long> lastAfter = new HashMap<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!left.isEmpty() && System.nanoTime() < end) {
            List<Held> now = ledger.heldBy(node.id());
            long at = System.currentTimeMillis();
            left.removeIf(task -> {
                boolean gone = now.stream()
                        .noneMatch(n ->
                                n.task().equals(task.task()) && n.incarnation().equals(task.incarnation()));
                if (gone) {
                    stage.tell(Event.of(at, Kind.RELEASED, task.task()).on(task.incarnation()));
                    lastAfter.put(task.state(), at - diedAt);
                }
                return gone;
            });
            stage.rest(Duration.ofMillis(50));
        }
        stage.figure(node + " held at its death " + words(held, "QUEUED", lastAfter) + " and "
                + words(held, "RUNNING", lastAfter));
    }

    private static String words(List<Held> held, String state, Map<String, Long> lastAfter) {
        long count = held.stream().filter(task -> task.state().equals(state)).count();
        return count + " " + state
                + (count == 0 ? "" : " (elsewhere after " + lastAfter.getOrDefault(state, -1L) + " ms)");
    }
}
