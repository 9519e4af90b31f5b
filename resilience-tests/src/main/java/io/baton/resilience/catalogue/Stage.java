package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Checker;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.cluster.Servers;
import io.baton.resilience.faulty.FaultyNode;
import io.baton.resilience.proxy.FaultProxy;
import io.baton.resilience.proxy.Weather;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Three nodes under traffic, each with a proxy to Redis and one to the database, and a record of what was done to them. */
final class Stage extends Pace implements AutoCloseable {
    static final int NODES = 3;
    private static final Logger LOG = System.getLogger(Stage.class.getName());

    private final Setting setting;
    private final Cluster cluster;
    private final Map<String, FaultProxy> redis = new ConcurrentHashMap<>();
    private final Map<String, FaultProxy> database = new ConcurrentHashMap<>();
    private Jobs jobs;
    /** Whose definitions the database tells: those that were changed, and those whose anchor it set. */
    private List<String> toldByDatabase = List.of("T.edited%", "T.every%");

    private volatile boolean revived;
    private volatile long countsFrom;
    private final List<CompletableFuture<Void>> takeOvers = new CopyOnWriteArrayList<>();
    private final Requests requests = new Requests(this);

    Stage(Setting setting, Path folder) {
        Servers servers = setting.servers().get();
        this.setting = setting;
        this.jobs = new Jobs(setting.kinds(), Instant.EPOCH, Instant.EPOCH);
        this.cluster = new Cluster(servers, folder, setting.settings(), id -> {
                    FaultProxy toRedis = redis.computeIfAbsent(
                            id, node -> FaultProxy.to(servers.redis().port()));
                    FaultProxy toDatabase = database.computeIfAbsent(
                            id, node -> FaultProxy.to(servers.mariaDb().port()));
                    return servers.through(toRedis.port(), toDatabase.port());
                })
                .jvm(Cluster.small(setting.heap()));
    }

    Cluster cluster() {
        return cluster;
    }

    Jobs jobs() {
        return jobs;
    }

    Timings timings() {
        return setting.timings();
    }

    /** Starts the nodes and applies the traffic, which fires from a few seconds on: four times as late as a first try took, and some more. */
    void begin() {
        if (setting.inNight()) {
            cluster.allFaulty(Map.of(FaultyNode.NIGHTS, Instant.now().toString()));
        }
        cluster.startAll(NODES);
        long began = System.nanoTime();
        new Jobs(setting.kinds(), Instant.now().plusSeconds(3600), Instant.now().plusSeconds(3601))
                .applyTo(cluster.api());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Instant from = Instant.now()
                .plus(took.multipliedBy(4))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusMillis(4_500);
        jobs = new Jobs(setting.kinds(), from, from.plusSeconds(setting.seconds()));
        begins(from);
        jobs.applyTo(cluster.api());
        if (Instant.now().isAfter(from)) {
            throw new IllegalStateException("the machine was too slow to apply the traffic before it is due");
        }
        requests.begin(from);
    }

    /**
     * Lets the clock of {@link #awaitSecond} begin anew, a few seconds before now, for another row on the same stage. That is once the
     * nodes are there again and what was due has begun: a row shows its own fault, and none of the one before.
     */
    void next() {
        cluster.restartEnded(NODES);
        cluster.living().forEach(NodeProcess::awaitReady);
        awaitCaughtUp();
        begins(Instant.now().minusSeconds(4));
    }

    /** Waits until what is due by now has begun; what takes longer than P3 allows breaks the row. */
    private void awaitCaughtUp() {
        Backlog backlog = new Backlog(cluster.ledger(), jobs, Instant.now());
        Duration most = setting.timings().converged();
        expect(within(most, backlog::gone), "stage", "what was due did not begin within " + most.toSeconds() + " s");
    }

    /** Ends the traffic in some seconds, long before it would. */
    void endTraffic() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);
        jobs = new Jobs(setting.kinds(), jobs.from(), end);
        jobs.endOn(cluster.api());
        toldByDatabase = List.of("T.%");
        if (Instant.now().isAfter(end)) {
            throw new IllegalStateException("the machine was too slow to end the traffic");
        }
    }

    /** A node dies, alone and while the servers are well, so that P7 says by when others have what it held. */
    void dies(NodeProcess node, Death death, String words, Runnable how) {
        long at = System.currentTimeMillis();
        fault(words, node.id());
        how.run();
        takeOvers.add(new TakeOver(this, node, at).watch(death, setting.timings()));
    }

    /** Waits until others have what dead nodes held, or it is late for that. */
    void awaitTakenOver() {
        takeOvers.forEach(CompletableFuture::join);
    }

    /** Asks for a run. @return its task */
    String request(String job, String request) {
        String task = job + "@r-" + request;
        tell(Kind.ASKED, task, "");
        cluster.api().post("/jobs/" + job + "/run", "{\"requestId\":\"" + request + "\"}");
        tell(Kind.REQUESTED, task, "");
        return task;
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
            String id = masterSeen();
            cluster.living().stream().filter(n -> n.id().equals(id)).findFirst().ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** By the first node that answers: one may be cut off. */
    private String masterSeen() {
        for (NodeProcess node : cluster.living()) {
            try {
                return cluster.master(node.api());
            } catch (IllegalStateException | UncheckedIOException e) {
                LOG.log(Level.DEBUG, "{0} does not tell the master: {1}", node, e.getMessage());
            }
        }
        return "";
    }

    /** One of the three that is not the master. */
    NodeProcess slave() {
        String master = master().id();
        return cluster.living().stream()
                .filter(n -> !n.id().equals(master))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no slave"));
    }

    /** Waits until all that is due is in the ledger and has ended, or until it is late for that; the checker tells. */
    History settled(String name) {
        await(Duration.ofMinutes(60), () -> Instant.now().isAfter(jobs.until().plusSeconds(3)));
        requests.end();
        awaitTakenOver();
        long end = System.currentTimeMillis() + setting.timings().converged().toMillis();
        while (System.currentTimeMillis() < end && !jobs.over(cluster.ledger().rows("T.%"))) {
            pause();
        }
        History history = history(name);
        while (System.currentTimeMillis() < end && owing(history)) {
            rest(Duration.ofSeconds(1));
            history = history(name);
        }
        return history;
    }

    /** Whether something is due that is not in the ledger, or has not ended, or is left in Redis: it has time until then. */
    private static boolean owing(History history) {
        return Checker.check(history).byRule().keySet().stream()
                .anyMatch(rule -> rule.startsWith("P3-") || rule.equals("no-stray-keys"));
    }

    private History history(String name) {
        History whole = new Findings(cluster, jobs, toldByDatabase, revived).history(name, this);
        return countsFrom == 0 ? whole : Lapse.after(countsFrom, whole);
    }

    /** Notes that Redis comes back, or may, as it was some time before. */
    void redisRevived() {
        revived = true;
    }

    /** Notes that the ledger knows nothing any more of some time before: the rules are asked of what begins later. @param moment UTC millis */
    void countsFrom(long moment) {
        countsFrom = moment;
    }

    @Override
    public void close() {
        requests.end();
        cluster.close();
        redis.values().forEach(FaultProxy::close);
        database.values().forEach(FaultProxy::close);
    }
}
