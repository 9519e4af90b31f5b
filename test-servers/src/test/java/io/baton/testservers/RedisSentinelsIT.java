package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisSentinelsIT {
    @Test
    void the_replica_becomes_master_when_the_master_is_killed() throws IOException {
        try (RedisSentinels sentinels = RedisSentinels.start()) {
            RedisServer first = sentinels.servers().get(0);
            RedisServer second = sentinels.servers().get(1);
            assertThat(sentinels.uri())
                    .matches(
                            "redis-sentinel://127\\.0\\.0\\.1:\\d+,127\\.0\\.0\\.1:\\d+,127\\.0\\.0\\.1:\\d+#mymaster");
            assertThat(sentinels.master()).isSameAs(first);

            RedisServer killed = sentinels.killMaster();

            assertThat(killed).isSameAs(first);
            await("another master").atMost(Duration.ofSeconds(60)).until(() -> sentinels.master() == second);
            await("it takes writes")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> role(second).equals("master"));

            first.restart();
            await("the old master is a replica")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> role(first).equals("slave"));
        }
    }

    private static String role(RedisServer server) throws IOException {
        try (RespClient client = new RespClient(server.host(), server.port())) {
            return RedisFacts.field(client.send("INFO", "replication"), "role");
        }
    }
}
