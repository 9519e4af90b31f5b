package io.baton.benchmarks.arena;

import io.baton.resilience.cluster.Servers;
import io.baton.testservers.MariaDbServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One contender's servers and files.
 *
 * @param servers an empty database, an empty Redis
 * @param folder where its processes write their starts and logs
 */
public record Room(Servers servers, Path folder) {
    /** The database as any client finds it. */
    public String jdbcUrl() {
        return jdbc(servers.mariaDb(), servers.database());
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    static String jdbc(MariaDbServer server, String database) {
        return "jdbc:mariadb://" + server.host() + ":" + server.port() + "/" + database + "?user=" + server.user()
                + "&password=" + server.password();
    }
}
