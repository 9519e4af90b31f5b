package io.baton.quartz;

import io.baton.domain.job.CronTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * The due times of an expression that names hours: they follow the clock on the wall.
 *
 * <p>Each named local time is due at one instant: at itself if it exists once, at the first of the two if it exists twice,
 * and at the moment after the gap if the clocks skip it (several that fall into one gap are due once). So local times
 * and instants ascend together, and the first due instant after t is found from the last local time that is due at t or
 * before. In Berlin 02:30 on 2026-03-29 is skipped: due 01:00Z; 02:30 on 2026-10-25 exists twice: due 00:30Z.
 */
record WallClockTimes(LocalCalendar calendar, ZoneRules rules) implements CronTimes {

    @Override
    public Optional<Instant> next(Instant after) {
        SearchSpan span = SearchSpan.from(after);
        LocalDateTime local = lastDueBy(span.after());
        while (true) {
            Optional<LocalDateTime> named = calendar.next(local);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            local = named.get();
            Instant due = due(local);
            if (span.isBeyond(due)) {
                return Optional.empty();
            }
            // Always so unless a zone changes its clocks twice within one gap or overlap.
            if (due.isAfter(span.after())) {
                return Optional.of(due);
            }
        }
    }

    /** The greatest local time that is due at the instant or before it. */
    private LocalDateTime lastDueBy(Instant instant) {
        ZoneOffset offset = rules.getOffset(instant);
        LocalDateTime local = LocalDateTime.ofInstant(instant, offset);
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        boolean secondOfTwo = offsets.size() == 2 && !offsets.get(0).equals(offset);
        // In the second pass the whole overlap has been due already.
        return secondOfTwo ? rules.getTransition(local).getDateTimeBefore().minusSeconds(1) : local;
    }

    private Instant due(LocalDateTime local) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = rules.getTransition(local);
            return gap.getInstant();
        }
        return local.toInstant(offsets.get(0));
    }
}
