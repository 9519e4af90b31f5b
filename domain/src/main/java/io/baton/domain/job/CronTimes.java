package io.baton.domain.job;

import java.time.Instant;
import java.util.Optional;

/** The due times of one cron expression in one zone. Immutable, safe for any thread. */
@FunctionalInterface
public interface CronTimes {
    /** The first due time strictly after the instant; empty if there is none within 100 years. */
    Optional<Instant> next(Instant after);
}
