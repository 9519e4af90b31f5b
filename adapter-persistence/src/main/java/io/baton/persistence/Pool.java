package io.baton.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Connections to one address: singly, and pooled. */
final class Pool {
    /** 10 s: a claim that waits longer for a connection comes too late anyway. */
    private static final long PATIENCE = 10_000;
    /** 28 min: below the half hour after which firewalls like to drop idle connections. */
    private static final long LIFE = 28 * 60_000L;
    /** 2 min between signs of life on idle connections. */
    private static final long KEEP_ALIVE = 120_000;

    private Pool() {}

    /** A connection outside the pool; each statement is a transaction. */
    static Connection single(JdbcAddress address, DatabaseSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(address.properties());
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
        }
        if (!settings.password().isEmpty()) {
            properties.setProperty("password", settings.password());
        }
        return DriverManager.getConnection(address.url(), properties);
    }

    /** Two connections on which each statement is a transaction of its own, for the schema tool. */
    static HikariDataSource forSchema(JdbcAddress address, DatabaseSettings settings) {
        HikariConfig config = config(address, settings);
        config.setPoolName("baton-db-schema");
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    static HikariDataSource open(JdbcAddress address, DatabaseSettings settings) {
        HikariConfig config = config(address, settings);
        config.setMaximumPoolSize(settings.poolSize());
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    private static HikariConfig config(JdbcAddress address, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("baton-db");
        config.setJdbcUrl(address.url());
        address.properties().forEach(config::addDataSourceProperty);
        if (!settings.user().isEmpty()) {
            config.setUsername(settings.user());
        }
        if (!settings.password().isEmpty()) {
            config.setPassword(settings.password());
        }
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE);
        config.setMaxLifetime(LIFE);
        config.setKeepaliveTime(KEEP_ALIVE);
        config.setRegisterMbeans(false);
        return config;
    }
}
