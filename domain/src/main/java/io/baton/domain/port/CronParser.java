package io.baton.domain.port;

import io.baton.domain.job.CronTimes;
import java.time.ZoneId;

/**
 * Reads cron expressions.
 *
 * <ol>
 *   <li>C1 Six or seven fields are Quartz's form (second minute hour day-of-month month day-of-week [year]; {@code ?},
 *       {@code L}, {@code W}, {@code #}; Sunday = 1). Five fields are Unix's (Sunday = 0 or 7; day-of-month <em>or</em>
 *       day-of-week when both are given). {@code * * * * * *} is every second.
 *   <li>C2 A text that is neither is an {@link IllegalArgumentException} that names the text, the field and why.
 *   <li>C3 Clock changes: an expression that names hours neither loses the skipped local time (it is due at the moment
 *       after the gap) nor doubles the repeated one (the first counts). One whose hours are all of them follows real
 *       time.
 *   <li>C4 Due times are strictly ascending whole seconds, and the same whatever instant one asks from.
 * </ol>
 */
public interface CronParser {
    /** @throws IllegalArgumentException if the text is no cron expression */
    CronTimes parse(String expression, ZoneId zone);
}
