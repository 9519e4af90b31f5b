package io.baton.persistence;

import io.baton.testservers.MariaDbServer;
import io.baton.testservers.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** An empty database for one test. */
record TestDatabase(DatabaseSettings settings) {
    /** In memory, until this JVM ends; of its own also if this class is loaded there once more. */
    static TestDatabase h2() {
        return of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    }

    static TestDatabase mariaDb() {
        MariaDbServer server = TestServers.mariaDb();
        return of(server.jdbcUrl(server.createDatabase()), server.user(), server.password());
    }

    static TestDatabase of(String url, String user, String password) {
        return new TestDatabase(new DatabaseSettings(url, user, password, "test", 6));
    }

    /** The same database as another user. */
    TestDatabase as(String user, String password) {
        return of(settings.url(), user, password);
    }

    boolean embedded() {
        return settings.url().startsWith("jdbc:h2:");
    }

    /** Runs statements besides Baton, each on its own. */
    void sql(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new AssertionError("the test's own SQL failed", e);
        }
    }

    Connection connect() throws SQLException {
        return Pool.single(JdbcAddress.of(settings.url()), settings);
    }
}
