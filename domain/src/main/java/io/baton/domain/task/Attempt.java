package io.baton.domain.task;

import io.baton.domain.node.Incarnation;
import java.time.Instant;
import java.util.Optional;

/**
 * One start of a task that is over.
 *
 * @param late whether its result came with an older fence and therefore changed nothing
 */
public record Attempt(int number, long fence, Optional<Incarnation> node, Span span, boolean late) {

    /** When it began and ended, and how. */
    public record Span(Optional<Instant> startedAt, Instant finishedAt, Ending end) {}
}
