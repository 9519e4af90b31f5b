package io.baton.resilience.faulty;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Zones whose clocks change soon, for java.time in this JVM: of every {@link Night} one at each tenth second of two hours.
 *
 * <p>java.time wants all names at once, and whoever starts a node does not know yet when its traffic will be; hence so many.
 */
public final class NightZones extends ZoneRulesProvider {
    private static final Duration STEP = Duration.ofSeconds(10);
    /** 2 h: a stage tries its jobs an hour ahead. */
    private static final Duration SPAN = Duration.ofHours(2);

    private final Map<String, ZoneRules> zones;

    private NightZones(Map<String, ZoneRules> zones) {
        this.zones = Map.copyOf(zones);
    }

    /** Makes the zones known whose clocks change within two hours from then. Those that are known stay as they are. */
    public static synchronized void register(Instant from) {
        Map<String, ZoneRules> zones = new HashMap<>();
        Instant end = from.plus(SPAN);
        for (Instant change = next(from); change.isBefore(end); change = change.plus(STEP)) {
            for (Night night : Night.values()) {
                zones.put(night.zone(change), night.rules(change));
            }
        }
        zones.keySet().removeAll(getAvailableZoneIds());
        registerProvider(new NightZones(zones));
    }

    /** The first instant, not before that one, at which clocks change. */
    public static Instant next(Instant from) {
        long step = STEP.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(from.toEpochMilli() + step - 1, step) * step);
    }

    @Override
    protected Set<String> provideZoneIds() {
        return zones.keySet();
    }

    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return Optional.ofNullable(zones.get(zone))
                .orElseThrow(() -> new ZoneRulesException("'" + zone + "' is none of these nights"));
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        return new TreeMap<>(Map.of("1", provideRules(zone, false)));
    }
}
