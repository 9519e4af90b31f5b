package io.baton.persistence;

import io.baton.domain.port.StoreUnavailableException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A JDBC address, brought into the form in which Baton uses it.
 *
 * @param url as given to the driver
 * @param properties of the connection, not in the URL; what the user wrote into the URL wins, but for what is unsafe
 */
record JdbcAddress(String url, Map<String, String> properties) {
    private static final String SETTING = "baton.db.url";
    /** 5 s to connect and 30 s for an answer: a server that hangs must not hang the node. */
    private static final Map<String, String> MYSQL = Map.ofEntries(
            Map.entry("connectTimeout", "5000"),
            Map.entry("socketTimeout", "30000"),
            Map.entry("tcpKeepAlive", "true"),
            Map.entry("rewriteBatchedStatements", "true"),
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "256"),
            Map.entry("prepStmtCacheSqlLimit", "65536"),
            Map.entry("useLocalSessionState", "true"),
            Map.entry("cacheServerConfiguration", "true"),
            Map.entry("characterEncoding", "UTF-8"),
            // A row lock is waited for 5 s, not the server's 50 s, which is longer than socketTimeout. MariaDB ends a
            // session that falls silent for 5 s with locks in hand: its node stands still, and all others would wait
            // for it. MySQL has no such setting and takes the rest for a comment.
            Map.entry("sessionVariables", "innodb_lock_wait_timeout=5 /*M!100300, idle_transaction_timeout=5 */"));
    /** Never as the user wrote them: the server could read this machine's files, or have objects made of its bytes. */
    private static final Map<String, String> MYSQL_SAFETY = Map.of(
            "allowLoadLocalInfile", "false",
            "allowUrlInLocalInfile", "false",
            "autoDeserialize", "false",
            "allowMultiQueries", "false");

    private static final Map<String, String> H2 = Map.of(
            "MODE", "MySQL",
            "DATABASE_TO_LOWER", "TRUE",
            "CASE_INSENSITIVE_IDENTIFIERS", "TRUE",
            "WRITE_DELAY", "0",
            "DB_CLOSE_ON_EXIT", "FALSE",
            "LOCK_TIMEOUT", "5000");

    /** @throws StoreUnavailableException if no database of that kind is supported */
    static JdbcAddress of(String given) {
        String url = given.strip();
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:h2:")) {
            return h2(url);
        }
        if (lower.startsWith("jdbc:mysql:")) {
            return mysql(url);
        }
        if (lower.startsWith("jdbc:mariadb:")) {
            return mysql("jdbc:mysql:" + url.substring("jdbc:mariadb:".length()));
        }
        throw new StoreUnavailableException(
                SETTING + " '" + withoutSecrets(url) + "' is no database that Baton can use:"
                        + " it is jdbc:mysql://host/schema, jdbc:mariadb://host/schema or jdbc:h2:file",
                false);
    }

    /** The address without what stands before the {@code @} or behind the first {@code ?} or {@code ;}. */
    static String withoutSecrets(String url) {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }

    boolean embedded() {
        return url.startsWith("jdbc:h2:");
    }

    String words() {
        return withoutSecrets(url);
    }

    private static JdbcAddress mysql(String url) {
        Map<String, String> properties = new LinkedHashMap<>();
        String lower = url.toLowerCase(Locale.ROOT);
        MYSQL.forEach((name, value) -> {
            if (!lower.contains(name.toLowerCase(Locale.ROOT) + "=")) {
                properties.put(name, value);
            }
        });
        String safe = url;
        for (Map.Entry<String, String> safety : MYSQL_SAFETY.entrySet()) {
            safe = safe.replaceAll("(?i)([?&])" + safety.getKey() + "=[^&]*", "$1");
            properties.put(safety.getKey(), safety.getValue());
        }
        return new JdbcAddress(safe, properties);
    }

    private static JdbcAddress h2(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.contains(";init=") || lower.contains("auto_server=true")) {
            throw new StoreUnavailableException(
                    SETTING + " '" + withoutSecrets(url) + "' must not hold INIT or AUTO_SERVER: remove it", false);
        }
        StringBuilder whole = new StringBuilder("jdbc:h2:" + url.substring("jdbc:h2:".length()));
        H2.entrySet().stream()
                .filter(e -> !lower.contains(";" + e.getKey().toLowerCase(Locale.ROOT) + "="))
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> whole.append(';').append(e.getKey()).append('=').append(e.getValue()));
        return new JdbcAddress(whole.toString(), Map.of());
    }
}
