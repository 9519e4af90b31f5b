package io.baton.resilience.simulation;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.memory.MemoryClient;
import io.baton.memory.MemoryCluster;
import io.baton.memory.MemoryLink;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One history of Redis: what was asked of it, so that it can be built again as it was at an earlier time. */
final class RedisSide {
    private final World world;
    private final Redis redis;
    private final int epoch;
    private final MemoryCluster cluster;
    private final Map<SimNode, Client> clients = new LinkedHashMap<>();
    private final List<Asked> log = new ArrayList<>();
    /** How many receipts each earlier history had given when this one left it. */
    private final Map<Integer, Long> inherited = new TreeMap<>();

    private long given;
    private long replayedAt = -1;

    private record Client(MemoryClient client, Map<Class<?>, Object> ports) {}

    private record Asked(long at, long clock, SimNode node, Class<?> port, Method method, List<Object> args) {}

    RedisSide(World world, Redis redis, int epoch) {
        this.world = world;
        this.redis = redis;
        this.epoch = epoch;
        this.cluster = new MemoryCluster(new WorldClock(world, this::clockOff));
    }

    private long clockOff() {
        return replayedAt >= 0 ? replayedAt - world.turns.now() / 1_000 : redis.clockOff();
    }

    void connect(SimNode node) {
        MemoryClient client = cluster.connect();
        Map<Class<?>, Object> ports = new HashMap<>();
        ports.put(NodeRegistry.class, client.registry());
        ports.put(TaskQueue.class, client.queue());
        ports.put(QueueRecovery.class, client.recovery());
        ports.put(TaskLock.class, client.lock());
        ports.put(MasterLease.class, client.lease());
        clients.put(node, new Client(client, ports));
    }

    long state(StateHash hash) {
        return hash.of(cluster);
    }

    MemoryLink link(SimNode node) {
        return client(node).client().link();
    }

    void dropAll() {
        clients.forEach((node, client) -> {
            if (node.alive) {
                client.client().link().drop();
            }
        });
    }

    private Client client(SimNode node) {
        return Objects.requireNonNull(clients.get(node), "every node is connected before it speaks");
    }

    Object carryOut(SimNode node, Class<?> port, Method method, Object[] args) throws IllegalAccessException {
        Object[] inward = inward(method, args);
        if (world.needsRedisLog()) {
            long clock = world.turns.now() / 1_000 + redis.clockOff();
            log.add(new Asked(world.turns.now(), clock, node, port, method, List.of(inward)));
        }
        return outward(ask(node, port, method, inward));
    }

    private Object ask(SimNode node, Class<?> port, Method method, Object[] args) throws IllegalAccessException {
        Object answer = Store.invoke(Objects.requireNonNull(client(node).ports().get(port)), method, args);
        if (answer instanceof List<?> list) {
            given += list.stream().filter(Taken.class::isInstance).count();
        }
        return answer;
    }

    /** This history as it was then; what was asked later never happened. */
    RedisSide asOf(long micros, int newEpoch) {
        RedisSide earlier = new RedisSide(world, redis, newEpoch);
        clients.keySet().forEach(earlier::connect);
        for (Asked asked : log) {
            if (asked.at() <= micros) {
                earlier.replay(asked);
            }
        }
        earlier.replayedAt = -1;
        inherited.forEach((e, n) -> earlier.inherited.put(e, Math.min(n, earlier.given)));
        earlier.inherited.put(epoch, earlier.given);
        clients.keySet().stream()
                .filter(node -> !node.alive)
                .forEach(node -> earlier.link(node).cut());
        return earlier;
    }

    private void replay(Asked asked) {
        replayedAt = asked.clock();
        log.add(asked);
        try {
            ask(asked.node(), asked.port(), asked.method(), asked.args().toArray());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Receipts of a history that was left behind mean nothing here, unless they are older than the parting. */
    private Object[] inward(Method method, Object[] args) {
        if (!method.getName().equals("acknowledge")) {
            return args;
        }
        List<Receipt> known = new ArrayList<>();
        for (Object one : (List<?>) args[1]) {
            String[] part = ((Receipt) one).text().substring(1).split("-m", 2);
            int of = Integer.parseInt(part[0]);
            long number = Long.parseLong(part[1]);
            if (of == epoch || number <= inherited.getOrDefault(of, 0L)) {
                known.add(new Receipt("m" + number));
            }
        }
        return new Object[] {args[0], known};
    }

    private Object outward(Object answer) {
        if (answer instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Taken) {
            return list.stream().map(one -> outward((Taken) one)).toList();
        }
        return answer;
    }

    private Taken outward(Taken taken) {
        return taken.fold(
                d -> new Taken.Dispatched(Redis.outward(epoch, d.receipt()), d.message(), d.raw()),
                r -> new Taken.Requested(Redis.outward(epoch, r.receipt()), r.job(), r.requestId(), r.data(), r.raw()),
                u -> new Taken.Unreadable(Redis.outward(epoch, u.receipt()), u.raw(), u.reason()));
    }

    List<Taken> stillInFlight(SimNode node, List<Taken> taken) {
        var held = client(node).client().recovery().inFlight(node.self);
        return taken.stream()
                .filter(t -> t instanceof Taken.Dispatched d
                        && held.contains(d.message().task() + "#"
                                + d.message().position().fence()))
                .toList();
    }

    List<String> leftOver() {
        List<String> left = new ArrayList<>();
        QueueRecovery look = cluster.connect().recovery();
        for (Incarnation holder : look.holders()) {
            left.add("in-flight:" + holder + " " + look.inFlight(holder));
        }
        for (NodeId queue : look.queues()) {
            look.states(List.of(queue)).stream()
                    .filter(s -> s.depth() > 0)
                    .forEach(s -> left.add("queue:" + queue + " " + s.depth()));
        }
        return left;
    }
}
