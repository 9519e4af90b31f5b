package io.baton.redis;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What it takes to open the Redis plane.
 *
 * @param address where the servers are
 * @param cluster the namespace of all keys, {@code [a-z0-9-]{1,32}}
 * @param clientName what {@code CLIENT LIST} shows for the connections, without blanks; empty = none
 */
public record RedisSettings(
        RedisAddress address, String cluster, String clientName, Allowed allowed, Timeouts timeouts) {
    private static final Pattern CLUSTER = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern CLIENT_NAME = Pattern.compile("[!-~]{0,128}");

    public RedisSettings {
        if (!CLUSTER.matcher(cluster).matches()) {
            throw new IllegalArgumentException(
                    "baton.cluster: '" + cluster + "' is not 1 to 32 characters of a-z 0-9 -");
        }
        if (!CLIENT_NAME.matcher(clientName).matches()) {
            throw new IllegalArgumentException(
                    "the name of a Redis client is at most 128 characters of ASCII without blanks");
        }
    }

    /** The defaults for the servers at {@code uri}. */
    public static RedisSettings of(String uri, String cluster) {
        return new RedisSettings(
                RedisAddress.parse(uri, RedisAddress.Mode.AUTO),
                cluster,
                "baton-" + cluster,
                new Allowed(true, false),
                Timeouts.DEFAULT);
    }

    /**
     * What is taken as it comes.
     *
     * @param legacyMessages whether messages of the two older formats are read; if not they are unreadable
     * @param anyEvictionPolicy whether to go on with a server that may throw keys away when its memory is full
     */
    public record Allowed(boolean legacyMessages, boolean anyEvictionPolicy) {}

    /**
     * How long to wait for the servers.
     *
     * @param connect for a connection, 100 ms..1 min
     * @param command for a reply, 100 ms..1 min
     */
    public record Timeouts(Duration connect, Duration command) {
        /** 2 s each: far above what a healthy server takes, far below the heartbeat timeout. */
        public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2));

        public Timeouts {
            check("connect", connect);
            check("command", command);
        }

        private static void check(String name, Duration value) {
            if (value.compareTo(Duration.ofMillis(100)) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException(
                        "the " + name + " timeout of Redis " + value + " is out of range: 100 ms to 1 min");
            }
        }
    }
}
