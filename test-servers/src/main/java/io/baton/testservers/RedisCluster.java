package io.baton.testservers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Redis Cluster of three masters without replicas on the loopback interface, each with a third of the 16384 slots. */
public final class RedisCluster implements AutoCloseable {
    private static final int SIZE = 3;
    private static final int SLOTS = 16_384;
    /** 1 minute; it takes 2 s on an idle machine. */
    private static final Duration AGREEMENT = Duration.ofMinutes(1);

    private final List<RedisServer> nodes;

    private RedisCluster(List<RedisServer> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Starts a cluster and waits until all its nodes call it complete.
     *
     * @throws NoServerException if this machine has no {@code redis-server} and none comes with the class path
     * @throws ServerFailedException if a node does not start, or the nodes do not find together
     */
    public static RedisCluster start() {
        RedisBinary binary = RedisBinary.find(Settings.ofThisJvm());
        List<RedisServer> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < SIZE; i++) {
                nodes.add(join(binary, i, nodes));
            }
            nodes.forEach(RedisCluster::awaitComplete);
        } catch (RuntimeException e) {
            nodes.forEach(RedisServer::close);
            throw e;
        }
        UsedServers.add(used(nodes));
        return new RedisCluster(nodes);
    }

    /** A URI for each node, separated by commas: {@code redis://127.0.0.1:1,redis://127.0.0.1:2,…}. */
    public String uris() {
        return nodes.stream().map(RedisServer::uri).collect(Collectors.joining(","));
    }

    /** The masters, in the order of their slots. */
    public List<RedisServer> nodes() {
        return nodes;
    }

    /** The master that has a slot, 0..16383. */
    public RedisServer ownerOf(int slot) {
        int owner = 0;
        while (slot >= SLOTS * (owner + 1) / SIZE) {
            owner++;
        }
        return nodes.get(owner);
    }

    /** Ends all nodes and deletes their data. */
    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }

    /** E.g. {@code Redis Cluster 7.0.15 (maven artifact) on 127.0.0.1:1, 127.0.0.1:2, 127.0.0.1:3}. */
    @Override
    public String toString() {
        return used(nodes).toString();
    }

    /** Starts node {@code index}, gives it its slots and introduces it to the first one. */
    private static RedisServer join(RedisBinary binary, int index, List<RedisServer> before) {
        return FreePort.with(busPort -> {
            RedisServer node = RedisServer.start(binary, RedisConfig.clusterNode(busPort));
            try {
                takeSlots(node, index);
                if (!before.isEmpty()) {
                    meet(before.get(0), node, busPort);
                }
                return node;
            } catch (IOException e) {
                node.close();
                throw new ServerFailedException("Redis Cluster cannot be put together", e);
            }
        });
    }

    private static void takeSlots(RedisServer node, int index) throws IOException {
        try (RespClient client = new RespClient(node.host(), node.port())) {
            int from = SLOTS * index / SIZE;
            int to = SLOTS * (index + 1) / SIZE - 1;
            client.send("CLUSTER", "ADDSLOTSRANGE", String.valueOf(from), String.valueOf(to));
            client.send("CLUSTER", "SET-CONFIG-EPOCH", String.valueOf(index + 1));
        }
    }

    private static void meet(RedisServer first, RedisServer node, int busPort) throws IOException {
        try (RespClient client = new RespClient(first.host(), first.port())) {
            client.send("CLUSTER", "MEET", node.host(), String.valueOf(node.port()), String.valueOf(busPort));
        }
    }

    private static void awaitComplete(RedisServer node) {
        Await.until(node + " sees a complete cluster", AGREEMENT, () -> {
            try (RespClient client = new RespClient(node.host(), node.port())) {
                String told = client.send("CLUSTER", "INFO");
                return RedisFacts.field(told, "cluster_state").equals("ok")
                        && RedisFacts.field(told, "cluster_size").equals(String.valueOf(SIZE));
            }
        });
    }

    private static UsedServer used(List<RedisServer> nodes) {
        RedisServer first = nodes.get(0);
        String addresses =
                nodes.stream().map(node -> node.host() + ":" + node.port()).collect(Collectors.joining(", "));
        return new UsedServer("Redis Cluster " + first.version(), first.rung(), addresses);
    }
}
