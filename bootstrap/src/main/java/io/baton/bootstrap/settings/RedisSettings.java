package io.baton.bootstrap.settings;

import java.util.List;

/**
 * Where Redis is.
 *
 * @param uris at least one address with its scheme; a sentinel address names all sentinels in one
 * @param mode as set; {@link #effectiveMode()} settles AUTO
 * @param allowEviction whether to start on a Redis that may evict keys
 */
public record RedisSettings(List<String> uris, RedisMode mode, boolean allowEviction) {
    public RedisSettings {
        uris = List.copyOf(uris);
    }

    /** SINGLE, SENTINEL or CLUSTER. */
    public RedisMode effectiveMode() {
        if (mode != RedisMode.AUTO) {
            return mode;
        }
        if (uris.get(0).contains("-sentinel://")) {
            return RedisMode.SENTINEL;
        }
        return uris.size() > 1 ? RedisMode.CLUSTER : RedisMode.SINGLE;
    }

    @Override
    public String toString() {
        return "RedisSettings[uris=" + uris.stream().map(UrlMask::mask).toList() + ", mode=" + mode + ", allowEviction="
                + allowEviction + "]";
    }
}
