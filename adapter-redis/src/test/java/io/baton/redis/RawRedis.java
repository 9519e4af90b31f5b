package io.baton.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A client that knows Redis and nothing of Baton, to push, look and break things with. */
final class RawRedis implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("id=(\\d+) ");

    private final List<AbstractRedisClient> clients = new ArrayList<>();
    private final List<RedisCommands<String, String>> nodes;
    private final RedisClusterCommands<String, String> keys;

    private RawRedis(List<RedisURI> uris) {
        this.nodes = uris.stream().map(this::connect).toList();
        this.keys = uris.size() == 1 ? nodes.get(0) : cluster(uris);
    }

    static RawRedis at(String uris) {
        return new RawRedis(
                Arrays.stream(uris.split(",", -1)).map(RedisURI::create).toList());
    }

    private RedisCommands<String, String> connect(RedisURI uri) {
        RedisClient client = RedisClient.create(uri);
        clients.add(client);
        return client.connect().sync();
    }

    private RedisClusterCommands<String, String> cluster(List<RedisURI> uris) {
        RedisClusterClient client = RedisClusterClient.create(uris);
        clients.add(client);
        return client.connect().sync();
    }

    /** Commands on keys, wherever they lie. */
    RedisClusterCommands<String, String> keys() {
        return keys;
    }

    /** Commands on each server. */
    List<RedisCommands<String, String>> nodes() {
        return nodes;
    }

    /** Cuts all connections of that name. @return how many there were */
    int killConnections(String clientName) {
        int killed = 0;
        for (RedisCommands<String, String> node : nodes) {
            for (String line : node.clientList().lines().toList()) {
                var id = ID.matcher(line);
                if (line.contains(" name=" + clientName + " ") && id.find()) {
                    node.clientKill(io.lettuce.core.KillArgs.Builder.id(Long.parseLong(id.group(1))));
                    killed++;
                }
            }
        }
        return killed;
    }

    @Override
    public void close() {
        clients.forEach(AbstractRedisClient::close);
    }
}
