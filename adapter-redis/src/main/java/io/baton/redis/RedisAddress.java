package io.baton.redis;

import io.lettuce.core.RedisURI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the Redis servers are, read from {@code baton.redis.uri}. Its text form shows no password.
 *
 * <p>One {@code redis://} or {@code rediss://} address is a single server (or, if that server says so, a member of a Redis
 * Cluster), {@code redis-sentinel://host:port,host:port#master} is a master watched by Sentinels, several addresses
 * separated by commas are members of a Redis Cluster.
 */
public final class RedisAddress {
    private static final String SETTING = "baton.redis.uri";
    private static final String FORMS = "redis://host:port, rediss://host:port,"
            + " redis-sentinel://host:port,host:port#master, or several redis:// addresses with commas between";

    /** How the servers work together. */
    public enum Mode {
        /** As the address says. */
        AUTO,
        SINGLE,
        SENTINEL,
        CLUSTER
    }

    private final List<RedisURI> uris;
    private final Mode mode;
    private final boolean certain;

    private RedisAddress(List<RedisURI> uris, Mode mode, boolean certain) {
        this.uris = List.copyOf(uris);
        this.mode = mode;
        this.certain = certain;
    }

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException in one line that names the setting and holds no password
     */
    public static RedisAddress parse(String text, Mode wanted) {
        String address = text.strip();
        if (address.isEmpty()) {
            throw mistake("is empty");
        }
        boolean sentinel = address.startsWith("redis-sentinel://") || address.startsWith("rediss-sentinel://");
        List<RedisURI> uris = sentinel
                ? List.of(uri(address))
                : Arrays.stream(address.split(",", -1)).map(RedisAddress::uri).toList();
        Mode found = sentinel ? Mode.SENTINEL : uris.size() > 1 ? Mode.CLUSTER : Mode.SINGLE;
        check(wanted, found, uris);
        return new RedisAddress(uris, wanted == Mode.AUTO ? found : wanted, wanted != Mode.AUTO || uris.size() > 1);
    }

    private static void check(Mode wanted, Mode found, List<RedisURI> uris) {
        boolean contradiction = wanted != Mode.AUTO && (wanted == Mode.SENTINEL) != (found == Mode.SENTINEL);
        if (contradiction || (wanted == Mode.SINGLE && uris.size() > 1)) {
            throw new IllegalArgumentException(
                    "baton.redis.mode=" + wanted.name().toLowerCase(java.util.Locale.ROOT)
                            + " does not fit the form of " + SETTING + "; forms: " + FORMS);
        }
    }

    private static RedisURI uri(String text) {
        String one = text.strip();
        if (!one.matches("(?s)rediss?(-sentinel)?://.+")) {
            throw mistake("'" + hidden(one) + "' is no Redis address");
        }
        if (one.contains("-sentinel://") && !one.contains("#")) {
            throw mistake("'" + hidden(one) + "' lacks the name of the master behind a #");
        }
        try {
            RedisURI uri = RedisURI.create(one);
            // Lettuce takes "host:port" for a host if the port is no number, or the name is none of the Internet's.
            if (uri.getHost() != null && uri.getHost().matches("[^\\[].*:.*")) {
                throw new IllegalArgumentException();
            }
            return uri;
        } catch (RuntimeException e) {
            // Without the cause, since its message may hold the password.
            throw mistake("'" + hidden(one) + "' is no Redis address (a host of letters, digits, - and ., a port of"
                    + " 1..65535; characters such as @ / # in a password are written in percent form)");
        }
    }

    private static IllegalArgumentException mistake(String what) {
        return new IllegalArgumentException(SETTING + " " + what + "; forms: " + FORMS);
    }

    private static String hidden(String text) {
        return text.replaceAll("(?s)//.*@", "//***@");
    }

    List<RedisURI> uris() {
        return uris;
    }

    RedisURI first() {
        return uris.get(0);
    }

    /** Never {@link Mode#AUTO}. */
    Mode mode() {
        return mode;
    }

    /** Whether the mode is not to be changed by what the server says of itself. */
    boolean certain() {
        return certain;
    }

    RedisAddress asCluster() {
        return new RedisAddress(uris, Mode.CLUSTER, true);
    }

    @Override
    public String toString() {
        return uris.stream().map(RedisAddress::shown).collect(Collectors.joining(","));
    }

    private static String shown(RedisURI uri) {
        if (uri.getSentinels().isEmpty()) {
            return uri.getHost() + ":" + uri.getPort();
        }
        return uri.getSentinels().stream()
                        .map(one -> one.getHost() + ":" + one.getPort())
                        .collect(Collectors.joining(","))
                + "#" + uri.getSentinelMasterId();
    }
}
