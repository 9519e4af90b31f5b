package io.baton.persistence;

/**
 * Which database to open, and as whom.
 *
 * @param url {@code jdbc:mysql:}, {@code jdbc:mariadb:} or {@code jdbc:h2:}
 * @param user empty = none is given
 * @param password empty = none is given
 * @param cluster the cluster's name; nodes of different clusters must not share a schema
 * @param poolSize 2..1,000 connections at most; one more is kept for the node's presence
 */
public record DatabaseSettings(String url, String user, String password, String cluster, int poolSize) {
    /** Enough for a node: the ledger writes in batches, so that few connections are busy at a time. */
    public static final int USUAL_POOL = 6;

    public DatabaseSettings {
        if (poolSize < 2 || poolSize > 1000) {
            throw new IllegalArgumentException("a pool of " + poolSize + " connections is out of range: 2 to 1000");
        }
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + JdbcAddress.withoutSecrets(url) + ", user=" + user + ", cluster=" + cluster + "]";
    }
}
