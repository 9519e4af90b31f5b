package io.baton.resilience.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and whose turn it is. Activities are ordinary code on hands of their own; one runs, all others stand still,
 * and time passes only where an activity lets it pass. So the real core runs as it is, and the same chance gives the same
 * run. Microseconds.
 */
final class Turns {
    static final long FOREVER = Long.MAX_VALUE / 4;

    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private final Set<Hand> suspended = new LinkedHashSet<>();
    private final Semaphore conductor = new Semaphore(0);
    private final Crew crew;
    private final LongSupplier ties;
    private final Consumer<Throwable> surprises;
    private final Choices choices;
    private long now;
    private long until;
    private long sequence;
    private boolean ending;
    private int handOvers;

    /** Something that will happen: an activity begins, or goes on. */
    static final class Event implements Comparable<Event> {
        private final long at;
        private final long tie;
        private final long number;
        private final @Nullable Runnable fresh;
        private final @Nullable Hand waiting;
        private boolean cancelled;

        /** What will happen, for whoever compares two worlds. */
        long[] story(StateHash hash) {
            return new long[] {at, fresh != null ? hash.of(fresh) : waiting != null ? waiting.story : 0};
        }

        private Event(long at, long tie, long number, @Nullable Runnable fresh, @Nullable Hand waiting) {
            this.at = at;
            this.tie = tie;
            this.number = number;
            this.fresh = fresh;
            this.waiting = waiting;
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            int byTie = byTime != 0 ? byTime : Long.compare(tie, other.tie);
            return byTie != 0 ? byTie : Long.compare(number, other.number);
        }
    }

    /**
     * @param ties orders what happens at the same instant
     * @param surprises told what an activity threw
     * @param choices asked which of the turns of one instant is next, if it wants to be
     */
    Turns(Crew crew, LongSupplier ties, Consumer<Throwable> surprises, Choices choices) {
        this.crew = crew;
        this.ties = ties;
        this.surprises = surprises;
        this.choices = choices;
    }

    long now() {
        return now;
    }

    int handOvers() {
        return handOvers;
    }

    /** Begins an activity after a delay. */
    Event spawn(long delay, Runnable work) {
        return add(new Event(now + Math.max(0, delay), ties.getAsLong(), ++sequence, work, null));
    }

    /** Lets time pass for the activity that runs. */
    void pass(long delay) {
        if (ending) {
            throw new Gone();
        }
        long then = now + Math.max(0, delay);
        Event next = queue.peek();
        if (then <= until && (next == null || next.at > then)) {
            now = then;
            return;
        }
        Hand me = me();
        me.wake = add(new Event(then, ties.getAsLong(), ++sequence, null, me));
        suspend(me);
    }

    /** Waits for a signal. @return whether it came in time */
    boolean await(Signal signal, long most) {
        if (ending) {
            throw new Gone();
        }
        Hand me = me();
        me.signalled = false;
        signal.waiting.add(me);
        me.wake = add(new Event(now + most, ties.getAsLong(), ++sequence, null, me));
        try {
            suspend(me);
        } finally {
            signal.waiting.remove(me);
        }
        return me.signalled;
    }

    void signalAll(Signal signal) {
        for (Hand hand : signal.waiting) {
            if (!hand.signalled) {
                hand.signalled = true;
                if (hand.wake != null) {
                    hand.wake.cancel();
                }
                hand.wake = add(new Event(now, ties.getAsLong(), ++sequence, null, hand));
            }
        }
    }

    /** What activities wait for. */
    static final class Signal {
        private final Set<Hand> waiting = new LinkedHashSet<>();
    }

    /** Runs what happens until then; called from outside. */
    void runUntil(long then) {
        until = then;
        Event next = poll();
        if (next != null) {
            hand(next).grant();
            conductor.acquireUninterruptibly();
        }
        now = then;
    }

    /** Unwinds all activities; called from outside, once. */
    void end() {
        ending = true;
        queue.clear();
        while (!suspended.isEmpty()) {
            Hand hand = suspended.iterator().next();
            hand.grant();
            conductor.acquireUninterruptibly();
        }
    }

    /** A hand was given the turn with new work: does it, and then what comes next, until another must go on. */
    void begin(Hand me, @Nullable Runnable given) {
        Runnable work = given;
        while (work != null) {
            me.story = choices.name(work);
            carryOut(work);
            Event next = ending ? null : poll();
            if (next == null) {
                crew.rest(me);
                conductor.release();
                return;
            }
            work = next.fresh;
            if (work == null) {
                crew.rest(me);
                handOver(next);
            }
        }
    }

    /** Whatever an activity throws ends it alone: an exception that none of the product's own nets caught is told. */
    private void carryOut(Runnable work) {
        try {
            work.run();
        } catch (Gone gone) {
            Thread.interrupted();
        } catch (Throwable thrown) { // the turn must go on
            surprises.accept(thrown);
        }
    }

    private void suspend(Hand me) {
        suspended.add(me);
        Event next = ending ? null : poll();
        if (next == null) {
            conductor.release();
            me.awaitTurn();
        } else if (next.waiting != me) {
            handOver(next);
            me.awaitTurn();
        }
        suspended.remove(me);
        me.wake = null;
        if (ending) {
            throw new Gone();
        }
    }

    private void handOver(Event next) {
        handOvers++;
        hand(next).grant();
    }

    private Hand hand(Event next) {
        if (next.waiting != null) {
            return next.waiting;
        }
        Hand hand = crew.hire(this);
        hand.work = next.fresh;
        return hand;
    }

    private @Nullable Event poll() {
        Event next = queue.peek();
        while (next != null && next.cancelled) {
            queue.poll();
            next = queue.peek();
        }
        if (next == null || next.at > until) {
            return null;
        }
        queue.poll();
        now = Math.max(now, next.at);
        return choices.asked() ? chosen(next) : next;
    }

    /** One of those that could go on at this instant. */
    private Event chosen(Event first) {
        List<Event> able = new ArrayList<>(List.of(first));
        while (!queue.isEmpty() && queue.peek().at <= now) {
            Event other = queue.poll();
            if (!other.cancelled) {
                able.add(other);
            }
        }
        queue.addAll(able);
        Event next = able.size() == 1 ? first : able.get(choices.turn(able.size()));
        queue.remove(next);
        return next;
    }

    /** What is going to happen, cancelled events left out. */
    List<Event> pending() {
        return queue.stream().filter(event -> !event.cancelled).toList();
    }

    private Event add(Event event) {
        if (!ending) {
            queue.add(event);
        }
        return event;
    }

    private static Hand me() {
        return (Hand) Thread.currentThread();
    }
}
