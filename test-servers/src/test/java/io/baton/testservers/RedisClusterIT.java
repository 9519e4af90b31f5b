package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisClusterIT {
    @Test
    void three_masters_share_all_slots() throws IOException {
        RedisCluster cluster = TestServers.redisCluster();

        assertThat(cluster.uris().split(",")).hasSize(3).allMatch(uri -> uri.startsWith("redis://127.0.0.1:"));
        for (RedisServer node : cluster.nodes()) {
            assertThat(send(node, "CLUSTER", "INFO").lines())
                    .contains("cluster_state:ok", "cluster_slots_ok:16384", "cluster_size:3");
        }
    }

    @Test
    void a_key_lives_on_the_node_of_its_slot_and_other_nodes_point_there() throws IOException {
        List<RedisServer> takers = new ArrayList<>();
        for (RedisServer node : TestServers.redisCluster().nodes()) {
            try {
                send(node, "SET", "{tag}a", "1");
                takers.add(node);
            } catch (RespErrorException e) {
                assertThat(e).hasMessageStartingWith("MOVED ");
            }
        }

        assertThat(takers).hasSize(1);
        assertThat(send(takers.get(0), "MSET", "{tag}a", "1", "{tag}b", "2")).isEqualTo("OK");
        assertThatThrownBy(() -> send(takers.get(0), "MSET", "{tag}a", "1", "{other}b", "2"))
                .isInstanceOf(RespErrorException.class)
                .hasMessageStartingWith("CROSSSLOT");
    }

    @Test
    void leaves_no_process_when_closed() {
        RedisCluster cluster = RedisCluster.start();
        List<ProcessHandle> processes = cluster.nodes().stream()
                .map(node -> ProcessHandle.of(node.pid()).orElseThrow())
                .toList();

        cluster.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    private static String send(RedisServer node, String... words) throws IOException {
        try (RespClient client = new RespClient(node.host(), node.port())) {
            return client.send(words);
        }
    }
}
