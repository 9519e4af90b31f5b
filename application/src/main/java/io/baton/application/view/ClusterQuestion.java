package io.baton.application.view;

import io.baton.application.Surroundings;
import io.baton.application.place.SecondLook;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.Marks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A question that one node puts to all. The wish to know and the answers are marks in the database: each node looks for a new
 * wish every few seconds, does what finds the answer, and leaves it.
 */
public final class ClusterQuestion<A> {
    private final Marks marks;
    private final SecondLook look;
    private final Surroundings surroundings;
    private final Lock turn;
    private final About<A> about;
    private Optional<String> answered = Optional.empty(); // guarded by turn

    /**
     * What is asked.
     *
     * @param name of its marks, 1..20 characters
     * @param deed finds this node's answer
     * @param write at most 900 characters
     * @param read of what was written
     */
    record About<A>(String name, Supplier<A> deed, Function<A, String> write, Function<String, A> read) {
        String wish() {
            return name + ".wish";
        }

        String answer(NodeId node) {
            return name + ".answer." + node;
        }
    }

    /** @param turn held while a wish is followed */
    ClusterQuestion(Marks marks, SecondLook look, Surroundings surroundings, Lock turn, About<A> about) {
        this.marks = marks;
        this.look = look;
        this.surroundings = surroundings;
        this.turn = turn;
        this.about = about;
    }

    /** The answer to a wish: this node's at once, the others' by {@link #answers}. */
    public record Wish<A>(String id, A here) {}

    /** Answers for this node and asks the others. */
    public Wish<A> ask() {
        turn.lock();
        try {
            look.again();
            String id = surroundings.ids().get();
            marks.put(about.wish(), id);
            answered = Optional.of(id);
            return new Wish<>(id, about.deed().get());
        } finally {
            turn.unlock();
        }
    }

    /** The answers of the other live nodes that have come so far. */
    public Map<NodeId, Optional<A>> answers(Wish<A> wish) {
        Map<NodeId, Optional<A>> answers = new TreeMap<>();
        look.watch().alive().stream()
                .filter(m -> !m.who().equals(look.watch().self()))
                .forEach(m -> answers.put(
                        m.id(),
                        marks.get(about.answer(m.id()))
                                .filter(text -> text.startsWith(wish.id() + " "))
                                .map(text -> about.read()
                                        .apply(text.substring(wish.id().length() + 1)))));
        return answers;
    }

    /** Asks, and waits for the answers of all live nodes, this one's among them. @param pause waits a little, false = give up */
    public Map<NodeId, Optional<A>> askAll(Duration most, BooleanSupplier pause) {
        Wish<A> wish = ask();
        LongSupplier nanos = surroundings.nanos();
        long until = nanos.getAsLong() + most.toNanos();
        Map<NodeId, Optional<A>> answers = answers(wish);
        while (answers.containsValue(Optional.<A>empty()) && nanos.getAsLong() - until < 0 && pause.getAsBoolean()) {
            answers = answers(wish);
        }
        answers.put(look.watch().self().node(), Optional.of(wish.here()));
        return answers;
    }

    /** One look for a wish of another node. */
    void answer() {
        turn.lock();
        try {
            answerOnce();
        } finally {
            turn.unlock();
        }
    }

    private void answerOnce() {
        Optional<String> wish = marks.get(about.wish());
        boolean first = answered.isEmpty();
        if (wish.isEmpty() || wish.equals(answered)) {
            answered = wish.or(() -> Optional.of(""));
            return;
        }
        answered = wish;
        if (!first) {
            String answer = about.write().apply(about.deed().get());
            marks.put(about.answer(look.watch().self().node()), wish.get() + " " + answer);
        }
    }
}
