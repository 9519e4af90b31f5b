package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MariaDbServerIT {
    @Test
    void the_shared_server_gives_each_test_a_utf8mb4_database_of_its_own() throws SQLException {
        MariaDbServer server = TestServers.mariaDb();
        String database = server.createDatabase();

        assertThat(server.createDatabase()).isNotEqualTo(database);
        assertThat(ask(server, database, "select @@character_set_database")).isEqualTo("utf8mb4");
        assertThat(ask(server, database, "select database()")).isEqualTo(database);
        assertThat(ask(server, database, "select @@max_connections")).isEqualTo("300");
    }

    @Test
    void rejects_a_database_name_that_would_need_quoting() {
        assertThatThrownBy(() -> TestServers.mariaDb().createDatabase("a;b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a;b'");
    }

    @Test
    void a_durable_server_keeps_commits_over_a_stop_and_a_kill_and_leaves_no_process_when_closed() throws SQLException {
        MariaDbServer server = MariaDbServer.start(MariaDbServer.Durability.EACH_COMMIT);
        try {
            server.createDatabase("kept");
            execute(server, "kept", "create table t (n int primary key) engine=innodb");
            execute(server, "kept", "insert into t values (1)");
            server.stop();
            server.restart();
            execute(server, "kept", "insert into t values (2)");
            server.kill();
            server.restart();

            assertThat(ask(server, "kept", "select sum(n) from t")).isEqualTo("3");
            assertThat(ask(server, "kept", "select @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            pausesAndResumes(server);
        } finally {
            ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
            server.close();
            assertThat(process.isAlive()).isFalse();
        }
    }

    private static void pausesAndResumes(MariaDbServer server) throws SQLException {
        server.pause();
        assertThatThrownBy(() -> ask(server, "kept", "select 1")).isInstanceOf(SQLException.class);
        server.resume();
        assertThat(ask(server, "kept", "select 1")).isEqualTo("1");
    }

    private static void execute(MariaDbServer server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(MariaDbServer server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(MariaDbServer server, String database) throws SQLException {
        String timeouts = "?connectTimeout=2000&socketTimeout=2000";
        return DriverManager.getConnection(server.jdbcUrl(database) + timeouts, server.user(), server.password());
    }
}
