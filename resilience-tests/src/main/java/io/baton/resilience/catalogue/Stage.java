package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Frame;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.cluster.Servers;
import io.baton.resilience.proxy.FaultProxy;
import io.baton.resilience.proxy.Weather;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Three nodes under traffic, each with a proxy to Redis and one to the database, and a record of what was done to them. */
final class Stage implements AutoCloseable {
    /** Death by silence after 6 s instead of 30: all bounds are scaled by a fifth. */
    private static final List<String> FAST =
            List.of("--baton.node.heartbeat-interval=1s", "--baton.node.heartbeat-timeout=6s", "--baton.node.slots=16");
    /** What a queued task of a dead node, a lost message or an outage may cost at most, 90 s unscaled. */
    private static final long CONVERGED = 45_000;

    private final Cluster cluster;
    private final Map<String, FaultProxy> redis = new HashMap<>();
    private final Map<String, FaultProxy> database = new HashMap<>();
    private final List<Event> faults = new ArrayList<>();
    private Instant from = Instant.EPOCH;
    private Instant until = Instant.EPOCH;

    Stage(Path folder) {
        Servers servers = Servers.start();
        this.cluster = new Cluster(servers, folder, FAST, id -> {
            FaultProxy toRedis = redis.computeIfAbsent(
                    id, node -> FaultProxy.to(servers.redis().port()));
            FaultProxy toDatabase = database.computeIfAbsent(
                    id, node -> FaultProxy.to(servers.mariaDb().port()));
            return servers.through(toRedis.port(), toDatabase.port());
        });
    }

    Cluster cluster() {
        return cluster;
    }

    /** Applies the traffic, which fires from a few seconds on for so long. */
    void traffic(int seconds) {
        long began = System.nanoTime();
        apply(Instant.now().plusSeconds(3600), Instant.now().plusSeconds(3601));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        from = Instant.now()
                .plus(took.multipliedBy(2))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusMillis(2_500);
        until = from.plusSeconds(seconds);
        apply(from, until);
        if (Instant.now().isAfter(from)) {
            throw new IllegalStateException("the machine was too slow to apply the traffic before it is due");
        }
    }

    private void apply(Instant begin, Instant end) {
        StringBuilder file = new StringBuilder("jobs:\n");
        Stream.of(TrafficKind.values())
                .flatMap(kind -> kind.lines(begin, end).stream())
                .forEach(file::append);
        cluster.api().apply(file.toString());
    }

    /** Lets time pass until the traffic has fired for so long. */
    void awaitSecond(int second) {
        await(Duration.ofMinutes(2), () -> Instant.now().isAfter(from.plusSeconds(second)));
    }

    void await(Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited for " + most.toSeconds() + " s in vain");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Notes that a fault begins. */
    void fault(String what, String node) {
        faults.add(Event.of(System.currentTimeMillis(), Kind.FAULT, what).on(node));
    }

    /** Notes that it is over. */
    void healed(String what, String node) {
        faults.add(Event.of(System.currentTimeMillis(), Kind.HEALED, what).on(node));
    }

    FaultProxy redisOf(NodeProcess node) {
        return proxy(redis, node);
    }

    FaultProxy databaseOf(NodeProcess node) {
        return proxy(database, node);
    }

    private static FaultProxy proxy(Map<String, FaultProxy> proxies, NodeProcess node) {
        FaultProxy proxy = proxies.get(node.id());
        if (proxy == null) {
            throw new IllegalStateException(node.id() + " has no proxy");
        }
        return proxy;
    }

    /** The weather of all nodes' connections to one kind of server. */
    void redisWeather(Weather now) {
        redis.values().forEach(proxy -> proxy.weather(now));
    }

    void databaseWeather(Weather now) {
        database.values().forEach(proxy -> proxy.weather(now));
    }

    NodeProcess master() {
        List<NodeProcess> found = new ArrayList<>();
        await(Duration.ofSeconds(60), () -> {
            String id = cluster.master(cluster.api());
            cluster.living().stream().filter(n -> n.id().equals(id)).findFirst().ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    NodeProcess slave() {
        String master = master().id();
        return cluster.living().stream()
                .filter(n -> !n.id().equals(master))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no slave"));
    }

    /** Waits until all that is due is in the ledger and has ended, or until it is late for that; the checker tells. */
    History settled(String name) {
        awaitSecond((int) Duration.between(from, until).toSeconds() + 3);
        long end = System.currentTimeMillis() + CONVERGED;
        while (System.currentTimeMillis() < end && !quiet()) {
            pause();
        }
        List<Event> events = new ArrayList<>(LedgerHistory.of(cluster.ledger(), cluster.journal(), "T.%"));
        faults.forEach(fault -> {
            int at = 0;
            while (at < events.size() && events.get(at).at() <= fault.at()) {
                at++;
            }
            events.add(at, fault);
        });
        long now = System.currentTimeMillis();
        OptionalLong last = faults.stream().mapToLong(Event::at).max();
        Frame frame = new Frame(name, from.toEpochMilli(), now, last, new Frame.Bounds(0, 1, 0, 0));
        return new History(frame, definitions(), events);
    }

    private boolean quiet() {
        List<Row> rows = cluster.ledger().rows("T.%");
        if (!rows.stream().allMatch(Row::done)) {
            return false;
        }
        String last = "@" + until.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        return TrafficKind.TICK.names().stream()
                .allMatch(job -> rows.stream().anyMatch(row -> row.id().equals(job + last)));
    }

    private List<JobDefinition> definitions() {
        return Stream.of(TrafficKind.values())
                .flatMap(kind -> kind.definitions(from, until).stream())
                .toList();
    }

    @Override
    public void close() {
        cluster.close();
        redis.values().forEach(FaultProxy::close);
        database.values().forEach(FaultProxy::close);
    }
}
