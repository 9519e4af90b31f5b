package io.baton.quartz;

import io.baton.domain.job.CronTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * The due times of an expression whose hours are all of them: it recurs within the hour and follows real time.
 *
 * <p>An instant is due if the local time that clocks show at it is named: what the clocks skip is not due, what they
 * repeat is due in both passes. The search goes through the stretches of constant offset, one after the other. Every
 * half hour in Berlin on 2026-10-25: 00:00Z, 00:30Z (02:30 the first time), 01:00Z, 01:30Z (02:30 again), 02:00Z.
 */
record RealTimeTimes(LocalCalendar calendar, ZoneRules rules) implements CronTimes {

    @Override
    public Optional<Instant> next(Instant after) {
        SearchSpan span = SearchSpan.from(after);
        Optional<Stretch> stretch = Optional.of(Stretch.at(span.after(), rules));
        while (stretch.isPresent()) {
            Optional<Instant> due = stretch.get().first(calendar);
            if (due.isPresent()) {
                return due.filter(at -> !span.isBeyond(at));
            }
            stretch = stretch.get().following(rules).filter(next -> !span.isBeyond(next.after()));
        }
        return Optional.empty();
    }

    /**
     * A stretch of constant offset.
     *
     * @param after the instant before its first one that counts
     * @param change what ends it; empty if nothing does
     */
    private record Stretch(Instant after, ZoneOffset offset, Optional<ZoneOffsetTransition> change) {

        static Stretch at(Instant after, ZoneRules rules) {
            return new Stretch(after, rules.getOffset(after), Optional.ofNullable(rules.nextTransition(after)));
        }

        Optional<Instant> first(LocalCalendar calendar) {
            return calendar.next(LocalDateTime.ofInstant(after, offset))
                    .map(local -> local.toInstant(offset))
                    .filter(due ->
                            change.map(end -> due.isBefore(end.getInstant())).orElse(true));
        }

        /** The next stretch; its first instant, the change itself, counts. */
        Optional<Stretch> following(ZoneRules rules) {
            return change.map(start -> new Stretch(
                    start.getInstant().minusSeconds(1),
                    start.getOffsetAfter(),
                    Optional.ofNullable(rules.nextTransition(start.getInstant()))));
        }
    }
}
