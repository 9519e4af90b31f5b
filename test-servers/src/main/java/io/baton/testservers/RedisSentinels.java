package io.baton.testservers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Redis master with a replica, and three sentinels that put the replica in its place when it is down for 2 s. */
public final class RedisSentinels implements AutoCloseable {
    private static final String MASTER_NAME = "mymaster";
    private static final int SENTINELS = 3;
    /** 1 minute; it takes a few seconds on an idle machine. */
    private static final Duration AGREEMENT = Duration.ofMinutes(1);

    private final List<RedisServer> servers;
    private final List<RedisServer> sentinels;

    private RedisSentinels(List<RedisServer> servers, List<RedisServer> sentinels) {
        this.servers = List.copyOf(servers);
        this.sentinels = List.copyOf(sentinels);
    }

    /**
     * Starts all five processes and waits until each sentinel knows the replica and the other sentinels.
     *
     * @throws NoServerException if this machine has no {@code redis-server} and none comes with the class path
     * @throws ServerFailedException if one does not start, or they do not find together
     */
    public static RedisSentinels start() {
        RedisBinary binary = RedisBinary.find(Settings.ofThisJvm());
        List<RedisServer> servers = new ArrayList<>();
        List<RedisServer> sentinels = new ArrayList<>();
        try {
            servers.add(RedisServer.start(binary, RedisConfig.plain()));
            int masterPort = servers.get(0).port();
            servers.add(RedisServer.start(binary, RedisConfig.replicaOf(masterPort)));
            awaitReplica(servers.get(0));
            for (int i = 0; i < SENTINELS; i++) {
                sentinels.add(RedisServer.start(binary, RedisConfig.sentinel(MASTER_NAME, masterPort)));
            }
            sentinels.forEach(RedisSentinels::awaitComplete);
        } catch (RuntimeException e) {
            sentinels.forEach(RedisServer::close);
            servers.forEach(RedisServer::close);
            throw e;
        }
        RedisSentinels started = new RedisSentinels(servers, sentinels);
        UsedServers.add(started.used());
        return started;
    }

    /** The address in Lettuce's form: {@code redis-sentinel://127.0.0.1:1,127.0.0.1:2,127.0.0.1:3#mymaster}. */
    public String uri() {
        return "redis-sentinel://" + addresses(",") + "#" + MASTER_NAME;
    }

    /**
     * The server that the sentinels call the master at the moment.
     *
     * @throws ServerFailedException if no sentinel answers
     */
    public RedisServer master() {
        int port = masterPort();
        return servers.stream()
                .filter(server -> server.port() == port)
                .findFirst()
                .orElseThrow(
                        () -> new ServerFailedException("The sentinels call a stranger master: port " + port, null));
    }

    /** Kills the current master (SIGKILL) and gives it back, for a {@link RedisServer#restart()} as a replica. */
    public RedisServer killMaster() {
        RedisServer master = master();
        master.kill();
        return master;
    }

    /** Master and replica in the roles that they started with. */
    public List<RedisServer> servers() {
        return servers;
    }

    /** The three sentinels. */
    public List<RedisServer> sentinels() {
        return sentinels;
    }

    /** Ends all five processes and deletes their data. */
    @Override
    public void close() {
        sentinels.forEach(RedisServer::close);
        servers.forEach(RedisServer::close);
    }

    /** E.g. {@code Redis Sentinel 7.0.15 (maven artifact) on 127.0.0.1:1, 127.0.0.1:2, 127.0.0.1:3}. */
    @Override
    public String toString() {
        return used().toString();
    }

    private int masterPort() {
        IOException last = null;
        for (RedisServer sentinel : sentinels) {
            try {
                return Integer.parseInt(ask(sentinel, "SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER_NAME)
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow(() -> new IOException(sentinel + " names no master")));
            } catch (IOException e) {
                last = e;
            }
        }
        throw new ServerFailedException("No sentinel names the master", last);
    }

    private static void awaitReplica(RedisServer master) {
        Await.until(
                master + " has a replica",
                AGREEMENT,
                () -> RedisFacts.field(ask(master, "INFO", "replication"), "slave0")
                        .contains("state=online"));
    }

    private static void awaitComplete(RedisServer sentinel) {
        String complete = "status=ok,";
        String known = "slaves=1,sentinels=" + SENTINELS;
        Await.until(sentinel + " knows all others", AGREEMENT, () -> {
            String master = RedisFacts.field(ask(sentinel, "INFO", "sentinel"), "master0");
            return master.contains(complete) && master.endsWith(known);
        });
    }

    private static String ask(RedisServer server, String... words) throws IOException {
        try (RespClient client = new RespClient(server.host(), server.port())) {
            return client.send(words);
        }
    }

    private String addresses(String separator) {
        return sentinels.stream()
                .map(sentinel -> sentinel.host() + ":" + sentinel.port())
                .collect(Collectors.joining(separator));
    }

    private UsedServer used() {
        RedisServer first = sentinels.get(0);
        return new UsedServer("Redis Sentinel " + first.version(), first.rung(), addresses(", "));
    }
}
