package io.baton.domain.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Many things that wait for an instant each, of which those that have become due are taken, earliest first.
 *
 * <p>A map holds what waits, a binary heap its order. What is replaced or removed stays in the heap until it comes to the
 * top or the heap is built anew, which happens once most of it is stale: 1,000 jobs armed 2,000 times anew each are a heap of
 * 3,024 entries at most. Putting and taking cost O(log n) on average. A waiting thing takes some 50 bytes beside its own.
 *
 * <p>Not safe for threads: the owner guards it.
 *
 * @param <K> what tells the things apart; at most one of a key waits
 * @param <E> the things, immutable
 */
public final class DueIndex<K, E> {
    /** 1,024: stale entries that are always allowed, so that a small index is not built anew all the time. */
    private static final int SLACK = 1_024;

    private final Function<E, K> key;
    private final Function<E, Instant> due;
    private final Map<K, E> waiting = new HashMap<>();
    private PriorityQueue<E> order;

    public DueIndex(Function<E, K> key, Function<E, Instant> due) {
        this.key = key;
        this.due = due;
        this.order = emptyOrder();
    }

    private PriorityQueue<E> emptyOrder() {
        return new PriorityQueue<>(Comparator.comparing(due));
    }

    /** Lets a thing wait, in place of the one of its key. */
    public void put(E thing) {
        waiting.put(key.apply(thing), thing);
        order.add(thing);
        if (order.size() > 2 * waiting.size() + SLACK) {
            order = emptyOrder();
            order.addAll(waiting.values());
        }
    }

    public Optional<E> find(K wanted) {
        return Optional.ofNullable(waiting.get(wanted));
    }

    /** @return what waited */
    public Optional<E> remove(K wanted) {
        return Optional.ofNullable(waiting.remove(wanted));
    }

    /** Takes the earliest thing that is due at the instant or before it. */
    public Optional<E> take(Instant until) {
        for (E first = order.peek(); first != null && !due.apply(first).isAfter(until); first = order.peek()) {
            order.remove();
            K itsKey = key.apply(first);
            if (first.equals(waiting.get(itsKey))) {
                waiting.remove(itsKey);
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    /** What waits, in no order; a view. */
    public Collection<E> all() {
        return Collections.unmodifiableCollection(waiting.values());
    }

    public int size() {
        return waiting.size();
    }

    public void clear() {
        waiting.clear();
        order.clear();
    }

    /** How many entries the heap has, stale ones included. */
    int entries() {
        return order.size();
    }
}
