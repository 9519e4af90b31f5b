package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenServersIT {
    @Test
    void a_given_redis_is_used_as_it_is_and_never_stopped() throws IOException {
        try (RedisServer owned = RedisServer.start();
                RespClient client = new RespClient(owned.host(), owned.port())) {
            client.send("CONFIG", "SET", "requirepass", "secret");
            String uri = "redis://:secret@127.0.0.1:" + owned.port();

            RedisServer given = ServerLadders.redis(new Settings(Map.of(Settings.REDIS_URI, uri), Map.of()));

            assertThat(given.uri()).isEqualTo(uri);
            assertThat(given.toString()).contains("given address").doesNotContain("secret");
            assertThatThrownBy(given::stop)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("start()");
            given.close();
            assertThat(client.send("PING")).isEqualTo("PONG");
        }
    }

    @Test
    void a_given_redis_that_does_not_answer_is_a_failure_and_not_passed_over() {
        RedisServer gone = RedisServer.start();
        gone.close();

        assertThatThrownBy(() -> ServerLadders.redis(new Settings(Map.of(Settings.REDIS_URI, gone.uri()), Map.of())))
                .isInstanceOf(ServerFailedException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void a_given_database_server_loses_only_the_fresh_databases_made_on_it() throws SQLException {
        MariaDbServer shared = TestServers.mariaDb();
        String mine = shared.createDatabase();
        String url = shared.jdbcUrl("") + "?user=" + shared.user() + "&password=" + shared.password();
        JdbcAddress address = JdbcAddress.parse(url);

        MariaDbServer given = ServerLadders.mariaDb(new Settings(Map.of(Settings.DATABASE_URL, url), Map.of()));
        String fresh = given.createDatabase();
        assertThatThrownBy(given::kill).isInstanceOf(IllegalStateException.class);
        given.close();

        String count = "select count(*) from information_schema.schemata where schema_name = '%s'";
        assertThat(address.ask(count.formatted(fresh))).isEqualTo("0");
        assertThat(address.ask(count.formatted(mine))).isEqualTo("1");
    }
}
