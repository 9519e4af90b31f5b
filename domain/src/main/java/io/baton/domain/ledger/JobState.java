package io.baton.domain.ledger;

import java.time.Instant;

/**
 * What the ledger checks of a job at the moment of a write.
 *
 * @param effectiveFrom due times before this belong to an earlier version
 */
public record JobState(long version, Instant effectiveFrom, boolean enabled, boolean deleted) {}
