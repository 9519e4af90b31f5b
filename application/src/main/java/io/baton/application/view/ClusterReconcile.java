package io.baton.application.view;

import io.baton.application.Surroundings;
import io.baton.application.jobs.JobReconciler;
import io.baton.application.place.SecondLook;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.Marks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/**
 * Reconciles every node on demand. The wish and the answers are marks in the database: each node looks for a new wish
 * every few seconds, reconciles, and leaves its report.
 */
public final class ClusterReconcile {
    private static final String WISH = "reconcile.wish";
    private static final String ANSWER = "reconcile.answer.";

    private final Marks marks;
    private final JobReconciler reconciler;
    private final SecondLook look;
    private final Surroundings surroundings;
    private final Lock turn;
    private Optional<String> answered = Optional.empty(); // guarded by turn

    /** @param turn held while a wish is followed */
    public ClusterReconcile(
            Marks marks, JobReconciler reconciler, SecondLook look, Surroundings surroundings, Lock turn) {
        this.marks = marks;
        this.reconciler = reconciler;
        this.look = look;
        this.surroundings = surroundings;
        this.turn = turn;
    }

    /** What a node put right, in numbers. */
    public record Counts(int removed, int created, int updated, int failed) {
        static Counts of(JobReconciler.Report report) {
            return new Counts(
                    report.removed().size(),
                    report.created().size(),
                    report.updated().size(),
                    report.failed().size());
        }

        String text() {
            return removed + " " + created + " " + updated + " " + failed;
        }

        static Counts parse(String text) {
            String[] parts = text.split(" ");
            return new Counts(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        }
    }

    /** The answer to a wish: this node's at once, the others' by {@link #answers}. */
    public record Wish(String id, Counts here) {}

    /** Reconciles this node and asks the others to. */
    public Wish wish() {
        turn.lock();
        try {
            look.again();
            String id = surroundings.ids().get();
            marks.put(WISH, id);
            answered = Optional.of(id);
            return new Wish(id, Counts.of(reconciler.reconcile()));
        } finally {
            turn.unlock();
        }
    }

    /** The answers of the other live nodes that have come so far. */
    public Map<NodeId, Optional<Counts>> answers(Wish wish) {
        Map<NodeId, Optional<Counts>> answers = new TreeMap<>();
        look.watch().alive().stream()
                .filter(m -> !m.who().equals(look.watch().self()))
                .forEach(m -> answers.put(
                        m.id(),
                        marks.get(ANSWER + m.id())
                                .filter(text -> text.startsWith(wish.id() + " "))
                                .map(text ->
                                        Counts.parse(text.substring(wish.id().length() + 1)))));
        return answers;
    }

    /** Waits for the answers of all live nodes. @param pause waits a little, false = give up */
    public Map<NodeId, Optional<Counts>> await(Wish wish, Duration most, java.util.function.BooleanSupplier pause) {
        LongSupplier nanos = surroundings.nanos();
        long until = nanos.getAsLong() + most.toNanos();
        Map<NodeId, Optional<Counts>> answers = answers(wish);
        while (answers.containsValue(Optional.<Counts>empty())
                && nanos.getAsLong() - until < 0
                && pause.getAsBoolean()) {
            answers = answers(wish);
        }
        return answers;
    }

    /** One look for a wish of another node. */
    public void answer() {
        turn.lock();
        try {
            answerOnce();
        } finally {
            turn.unlock();
        }
    }

    private void answerOnce() {
        Optional<String> wish = marks.get(WISH);
        boolean first = answered.isEmpty();
        if (wish.isEmpty() || wish.equals(answered)) {
            answered = wish.or(() -> Optional.of(""));
            return;
        }
        answered = wish;
        if (!first) {
            Counts counts = Counts.of(reconciler.reconcile());
            marks.put(ANSWER + look.watch().self().node(), wish.get() + " " + counts.text());
        }
    }
}
