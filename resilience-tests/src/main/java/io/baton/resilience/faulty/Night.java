package io.baton.resilience.faulty;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;

/** A night on which the clocks of a made-up zone change, for the only time. */
public enum Night {
    /** 02:00 becomes 03:00: an hour is skipped. */
    SPRING(2, 3),
    /** 03:00 becomes 02:00: an hour is repeated. */
    AUTUMN(3, 2);

    private static final int DAY = 24 * 3_600;

    private final int hourBefore;
    private final int hourAfter;

    Night(int hourBefore, int hourAfter) {
        this.hourBefore = hourBefore;
        this.hourAfter = hourAfter;
    }

    /** The zone's name, such as {@code Night/Spring-1795810000}. @param change a whole second */
    public String zone(Instant change) {
        String season = name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        return "Night/" + season + "-" + change.getEpochSecond();
    }

    /** The zone's rules. */
    ZoneRules rules(Instant change) {
        ZoneOffset before = offset(change, hourBefore);
        ZoneOffset after = ZoneOffset.ofTotalSeconds(before.getTotalSeconds() + 3_600 * (hourAfter - hourBefore));
        ZoneOffsetTransition only = ZoneOffsetTransition.of(LocalDateTime.ofInstant(change, before), before, after);
        return ZoneRules.of(before, before, List.of(), List.of(only), List.of());
    }

    /** With which it is that hour at the instant, 12 h at most from UTC: 02:00 at 14:30:00Z is 11:30 ahead. */
    private static ZoneOffset offset(Instant instant, int hour) {
        int ahead = Math.floorMod(hour * 3_600L - instant.getEpochSecond() + DAY / 2, DAY) - DAY / 2;
        return ZoneOffset.ofTotalSeconds(ahead);
    }
}
