package io.baton.redis;

import io.baton.contracts.where.RawWhereStore;
import io.baton.contracts.where.WhereClient;
import io.baton.domain.node.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A namespace of its own on a shared server, as the contracts want it. */
final class RedisWhereStore implements RawWhereStore {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String uri;
    private final String cluster;
    private final RawRedis raw;
    private final List<Opened> opened = new ArrayList<>();
    private final WhereClient first;
    private final WhereClient second;

    private record Opened(WhereClient client, RedisStore store, String name) {}

    RedisWhereStore(String uri, RawRedis raw) {
        this.uri = uri;
        this.cluster = "contract-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        this.raw = raw;
        this.first = open();
        this.second = open();
    }

    static WhereClient ports(RedisStore store) {
        return new WhereClient(store.registry(), store.queue(), store.recovery(), store.lock(), store.lease());
    }

    private WhereClient open() {
        String name = cluster + "-client-" + opened.size();
        RedisSettings defaults = RedisSettings.of(uri, cluster);
        RedisStore store = RedisStore.open(
                new RedisSettings(defaults.address(), cluster, name, defaults.allowed(), defaults.timeouts()));
        opened.add(new Opened(ports(store), store, name));
        return opened.get(opened.size() - 1).client();
    }

    RedisKeys keys() {
        return new RedisKeys(cluster);
    }

    @Override
    public WhereClient first() {
        return first;
    }

    @Override
    public WhereClient second() {
        return second;
    }

    @Override
    public WhereClient another() {
        return open();
    }

    @Override
    public void pushRaw(NodeId node, String text) {
        raw.keys().lpush(keys().queue(node), text);
    }

    @Override
    public void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Awaitility.await("time to pass").until(() -> System.nanoTime() - end > 0);
    }

    @Override
    public void sever(WhereClient client) {
        find(client).store().close();
    }

    @Override
    public void blink(WhereClient client) {
        if (raw.killConnections(find(client).name()) == 0) {
            throw new AssertionError("no connection to cut");
        }
    }

    @Override
    public void close() {
        opened.forEach(one -> one.store().close());
        for (RedisKeys.Kind kind : RedisKeys.Kind.values()) {
            raw.nodes().forEach(node -> node.keys(keys().the(kind) + "*").forEach(node::del));
        }
    }

    private Opened find(WhereClient client) {
        return opened.stream()
                .filter(one -> one.client().registry() == client.registry())
                .findFirst()
                .orElseThrow();
    }
}
