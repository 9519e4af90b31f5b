package io.baton.redis;

import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.domain.port.StoreWarning;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The Redis plane of one node, opened: its ports, and the connections behind them. One connection carries queues and
 * claims, one heartbeats and lease, one the sweep's look at queues, one presence, and each waiting take has one of its own.
 */
public final class RedisStore implements AutoCloseable {
    private final OpenedServers servers;
    private final RedisLink hot;
    private final RedisLink beats;
    private final RedisLink sweep;
    private final Presence presence;
    private final QueueWaits waits;
    private final RedisNodeRegistry registry;
    private final RedisTaskQueue queue;
    private final RedisQueueRecovery recovery;
    private final RedisTaskLock lock;
    private final RedisMasterLease lease;

    private RedisStore(RedisSettings settings, OpenedServers servers, Supplier<String> receipts) {
        RedisKeys keys = new RedisKeys(settings.cluster());
        Connector connector = servers.client().connector();
        java.time.Duration timeout = settings.timeouts().command();
        this.servers = servers;
        this.hot = new RedisLink(connector, timeout);
        this.beats = servers.link();
        this.sweep = new RedisLink(connector, timeout);
        this.presence = new Presence(connector, keys, timeout);
        this.waits = new QueueWaits(connector, keys, timeout);
        this.registry = new RedisNodeRegistry(beats, keys, presence);
        this.lease = new RedisMasterLease(beats, keys);
        this.lock = new RedisTaskLock(hot, keys);
        MessageCodec codec = new MessageCodec(settings.allowed().legacyMessages());
        this.queue = new RedisTaskQueue(hot, keys, codec, receipts, waits);
        this.recovery = new RedisQueueRecovery(sweep, keys);
    }

    /**
     * Connects to the servers and checks that they can be used.
     *
     * @throws StoreUnavailableException in one line for the operator
     */
    public static RedisStore open(RedisSettings settings) {
        return open(settings, () -> UUID.randomUUID().toString());
    }

    /**
     * The same with given receipt ids.
     *
     * @param receipts gives 1 to 58 characters of {@code [A-Za-z0-9_-]}, never the same twice in the life of the cluster
     */
    public static RedisStore open(RedisSettings settings, Supplier<String> receipts) {
        return new RedisStore(settings, OpenedServers.open(settings), receipts);
    }

    public NodeRegistry registry() {
        return registry;
    }

    public TaskQueue queue() {
        return queue;
    }

    public QueueRecovery recovery() {
        return recovery;
    }

    public TaskLock lock() {
        return lock;
    }

    public MasterLease lease() {
        return lease;
    }

    /** What the operator should know about the servers, asked anew; empty if all is well. */
    public List<StoreWarning> warnings() {
        return servers.warningsNow();
    }

    /** Ends all connections, and with them this process's presence. */
    @Override
    public void close() {
        presence.close();
        waits.close();
        hot.close();
        sweep.close();
        servers.close();
    }
}
