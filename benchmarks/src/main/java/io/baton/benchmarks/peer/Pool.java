package io.baton.benchmarks.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The connection pool of a peer's worker: as many connections as threads, and four. */
final class Pool {
    private Pool() {}

    static HikariDataSource open(String jdbcUrl, int threads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(threads + 4);
        return new HikariDataSource(config);
    }
}
