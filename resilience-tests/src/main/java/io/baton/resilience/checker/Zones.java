package io.baton.resilience.checker;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a zone's name means: what java.time says; or of a made-up one, which only nodes know, what it says itself. In {@code
 * Night/Spring-S} 02:00 becomes 03:00 in second S of the epoch, in {@code Night/Autumn-S} 03:00 becomes 02:00.
 */
final class Zones {
    private static final Pattern NIGHT = Pattern.compile("Night/(Spring|Autumn)-([0-9]+)");
    private static final long HALF_A_DAY = 43_200;

    private Zones() {}

    static ZoneRules rules(String name) {
        Matcher night = NIGHT.matcher(name);
        if (!night.matches()) {
            return ZoneId.of(name).getRules();
        }
        boolean spring = night.group(1).equals("Spring");
        return night(Long.parseLong(night.group(2)), spring ? 2 : 3, spring ? 3 : 2);
    }

    /** Of the two offsets with which it is that hour in that second, the one nearer to UTC. */
    private static ZoneRules night(long second, int before, int after) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        long ahead = before * 3_600L - utc.toLocalTime().toSecondOfDay();
        long near = ahead < -HALF_A_DAY ? ahead + 2 * HALF_A_DAY : ahead;
        ZoneOffset then = ZoneOffset.ofTotalSeconds((int) near);
        ZoneOffset later = ZoneOffset.ofTotalSeconds((int) near + (after - before) * 3_600);
        LocalDateTime local = utc.plusSeconds(near);
        return ZoneRules.of(then, then, List.of(), List.of(ZoneOffsetTransition.of(local, then, later)), List.of());
    }
}
