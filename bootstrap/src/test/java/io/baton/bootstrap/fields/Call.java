package io.baton.bootstrap.fields;

import java.time.Instant;

/**
 * One start of a method of the {@link Probe}.
 *
 * @param node on which it ran
 * @param data as JSON; of {@link Probe#typed} the arguments
 * @param interrupted whether it was interrupted before it returned
 */
record Call(Key key, String node, Span span, String data, boolean interrupted) {
    record Key(String task, int attempt, int shard, int shards) {}

    record Span(Instant began, Instant ended) {}

    boolean overlaps(Call other) {
        return span.began().isBefore(other.span().ended())
                && other.span().began().isBefore(span.ended());
    }
}
