package io.baton.bootstrap.settings;

import java.util.Locale;
import java.util.Optional;

/** Settings that are legal each, but not together. */
final class CrossChecks {
    private CrossChecks() {}

    static void check(NodeSettings settings, TypedValues values, Findings findings) {
        heartbeats(settings.node().timing(), findings);
        if (!findings.isWrong(KnownSettings.REDIS_URI) && !findings.isWrong(KnownSettings.DB_URL)) {
            stores(settings.stores(), values, findings);
        }
        settings.stores().redis().ifPresent(redis -> mode(redis, findings));
        h2(settings.stores().database(), findings);
        tls(settings.http(), values, findings);
    }

    private static void tls(HttpSettings http, TypedValues values, Findings findings) {
        both(KnownSettings.TLS_CERTIFICATE, KnownSettings.TLS_KEY, values, findings);
        both(KnownSettings.TLS_KEY, KnownSettings.TLS_CERTIFICATE, values, findings);
        http.tls()
                .filter(identity -> !identity.fits())
                .ifPresent(identity -> findings.mistake(
                        KnownSettings.TLS_KEY.name(),
                        "'" + identity.key()
                                + "' does not belong to the first certificate of baton.http.tls.certificate '"
                                + identity.certificates()
                                + "'; legal is: the key for which that certificate was made"));
    }

    private static void both(Setting<?> missing, Setting<?> given, TypedValues values, Findings findings) {
        if (values.given(given) && !values.given(missing)) {
            findings.mistake(
                    missing.name(),
                    "is missing: " + given.name() + " is set, and TLS needs both; legal is: "
                            + missing.kind().range() + " (or neither of them, for plain HTTP)");
        }
    }

    private static void heartbeats(Timing timing, Findings findings) {
        if (timing.heartbeatInterval().multipliedBy(3).compareTo(timing.heartbeatTimeout()) > 0) {
            findings.mistake(
                    KnownSettings.HEARTBEAT_INTERVAL.name(),
                    "'" + DurationText.format(timing.heartbeatInterval())
                            + "' is more than a third of baton.node.heartbeat-timeout '"
                            + DurationText.format(timing.heartbeatTimeout())
                            + "'; legal is: at most "
                            + DurationText.format(timing.heartbeatTimeout().dividedBy(3))
                            + ", because a node that misses one heartbeat must not look dead");
        }
    }

    private static void stores(StoreSettings stores, TypedValues values, Findings findings) {
        boolean redis = values.given(KnownSettings.REDIS_URI);
        boolean embedded = stores.database().embedded();
        boolean database = values.given(KnownSettings.DB_URL);
        if (redis && !database) {
            findings.mistake(
                    KnownSettings.DB_URL.name(),
                    "is missing: baton.redis.uri is set, and nodes that share a Redis must share a MySQL or MariaDB too;"
                            + " legal is: jdbc:mysql://… or jdbc:mariadb://… (or no baton.redis.uri, for a standalone node)");
        } else if (redis && embedded) {
            findings.mistake(
                    KnownSettings.DB_URL.name(),
                    "is an H2, which one node alone can use, but baton.redis.uri is set and asks for a cluster;"
                            + " legal is: jdbc:mysql://… or jdbc:mariadb://… (or no baton.redis.uri, for a standalone node)");
        } else if (!redis && !embedded) {
            findings.mistake(
                    KnownSettings.REDIS_URI.name(),
                    "is missing: baton.db.url is a MySQL or MariaDB, and the nodes that share it meet in Redis;"
                            + " legal is: redis://… (or jdbc:h2:… in baton.db.url, for a standalone node)");
        }
    }

    private static void mode(RedisSettings redis, Findings findings) {
        boolean sentinels = redis.uris().get(0).contains("-sentinel://");
        boolean several = redis.uris().size() > 1;
        Optional<String> conflict = switch (redis.mode()) {
            case AUTO, CLUSTER ->
                sentinels && redis.mode() == RedisMode.CLUSTER
                        ? Optional.of("the address is a sentinel's")
                        : Optional.empty();
            case SINGLE ->
                sentinels || several
                        ? Optional.of("baton.redis.uri names " + (sentinels ? "sentinels" : "several servers"))
                        : Optional.empty();
            case SENTINEL ->
                sentinels ? Optional.empty() : Optional.of("the address does not begin with redis-sentinel://");
        };
        conflict.ifPresent(why -> findings.mistake(
                KnownSettings.REDIS_MODE.name(),
                "'" + redis.mode().name().toLowerCase(Locale.ROOT) + "' does not fit baton.redis.uri: " + why
                        + "; legal is: auto, or the mode that fits"));
    }

    /** Whoever holds the file's lock may take every other incarnation for dead; a shared H2 would break that. */
    private static void h2(DatabaseSettings database, Findings findings) {
        String url = database.url().toLowerCase(Locale.ROOT);
        int init = url.indexOf(";init=");
        if (init >= 0) {
            findings.mistake(
                    KnownSettings.DB_URL.name(),
                    "'" + UrlMask.mask(database.url().substring(0, init))
                            + ";INIT=…' would run SQL at each connection;"
                            + " legal is: jdbc:h2:PATH or jdbc:h2:mem:NAME, without INIT");
        }
        if (url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:") || url.contains("auto_server=true")) {
            findings.mistake(
                    KnownSettings.DB_URL.name(),
                    "'" + UrlMask.mask(database.url()) + "' is an H2 that several processes could open;"
                            + " legal is: jdbc:h2:PATH or jdbc:h2:mem:NAME (several nodes need MySQL or MariaDB, and Redis)");
        }
    }
}
