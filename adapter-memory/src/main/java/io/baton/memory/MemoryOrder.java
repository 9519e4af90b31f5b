package io.baton.memory;

import io.baton.domain.node.Incarnation;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Orders without chance: {@code Set.copyOf} iterates differently from one process to the next, these do not. */
final class MemoryOrder {
    static final Comparator<Incarnation> OF_INCARNATIONS =
            Comparator.comparing(Incarnation::node).thenComparing(Incarnation::number);

    private MemoryOrder() {}

    /** An unmodifiable set that iterates in the stream's order. */
    static <T> Set<T> kept(Stream<T> elements) {
        Set<T> set = new LinkedHashSet<>();
        elements.forEach(set::add);
        return Collections.unmodifiableSet(set);
    }
}
