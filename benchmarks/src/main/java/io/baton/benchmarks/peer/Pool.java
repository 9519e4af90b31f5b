package io.baton.benchmarks.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The connection pool of a peer's worker: as many connections as threads, and four. */
final class Pool {
    private Pool() {}

    static HikariDataSource open(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(Peer.THREADS + 4);
        return new HikariDataSource(config);
    }
}
