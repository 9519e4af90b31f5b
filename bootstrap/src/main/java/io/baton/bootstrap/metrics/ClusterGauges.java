package io.baton.bootstrap.metrics;

import io.baton.application.Ports;
import io.baton.application.node.ClusterWatch;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.StoreException;
import io.baton.domain.queue.QueueState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is read from the stores when somebody scrapes, at most once a second. What a store does not tell is not a number. */
public final class ClusterGauges {
    private static final Logger LOG = System.getLogger(ClusterGauges.class.getName());
    private static final int MOST = 1000;
    /** 60 s: queued work that has waited so long for its message is nobody's. */
    private static final Duration UNCLAIMED = Duration.ofSeconds(60);

    private final Meters meters;
    private final Ports.Where where;
    private final Ports.What what;
    private final ClusterWatch watch;
    private final Clock clock;
    private final Map<String, Double> values = new ConcurrentHashMap<>();
    private Optional<Incarnation> master = Optional.empty(); // guarded by this

    public ClusterGauges(Meters meters, Ports.Where where, Ports.What what, ClusterWatch watch, Clock clock) {
        this.meters = meters;
        this.where = where;
        this.what = what;
        this.watch = watch;
        this.clock = clock;
    }

    /** Makes the gauges. @param slots of this node; @param version of Baton */
    public void register(int slots, String version) {
        String self = watch.self().node().text();
        for (String state : List.of("alive", "silent", "draining")) {
            gauge("scheduler.nodes", Tags.of("state", state));
        }
        gauge("scheduler.queue.messages", Tags.of("node", self));
        gauge("scheduler.queue.oldest.age.seconds", Tags.of("node", self));
        gauge("scheduler.clock.skew.seconds", Tags.of("source", "database"));
        gauge("scheduler.clock.skew.seconds", Tags.of("source", "registry"));
        for (String name : List.of(
                "scheduler.processing.orphans",
                "scheduler.dead.letters",
                "scheduler.heartbeat.age.seconds",
                "scheduler.due.unclaimed")) {
            gauge(name, Tags.empty());
        }
        meters.count("scheduler.master.changes", 0);
        Gauge.builder("scheduler.is.master", () -> watch.isMaster() ? 1 : 0).register(meters.registry());
        Gauge.builder("scheduler.self.fenced", () -> watch.fenced() ? 1 : 0).register(meters.registry());
        Gauge.builder("scheduler.worker.slots", meters::running)
                .tag("state", "busy")
                .register(meters.registry());
        Gauge.builder("scheduler.worker.slots", () -> slots - meters.running())
                .tag("state", "free")
                .register(meters.registry());
        Gauge.builder("scheduler.build.info", () -> 1).tag("version", version).register(meters.registry());
    }

    private void gauge(String name, Tags tags) {
        String key = name + tags;
        Gauge.builder(name, () -> values.getOrDefault(key, Double.NaN))
                .tags(tags)
                .register(meters.registry());
    }

    private void set(String name, Tags tags, double value) {
        values.put(name + tags, value);
    }

    /** Looks at the stores. */
    public synchronized String scrape() {
        values.clear();
        quietly(this::registry);
        quietly(this::queues);
        quietly(this::database);
        return meters.scrape();
    }

    private void registry() {
        ClusterView view = where.registry().view();
        int alive = view.alive(watch.timeout()).size();
        set("scheduler.nodes", Tags.of("state", "alive"), alive);
        set("scheduler.nodes", Tags.of("state", "silent"), view.nodes().size() - alive);
        set("scheduler.nodes", Tags.of("state", "draining"), (double) view.nodes().stream()
                .filter(member -> member.beat().status().draining())
                .count());
        view.find(watch.self().node())
                .ifPresent(own -> set(
                        "scheduler.heartbeat.age.seconds",
                        Tags.empty(),
                        seconds(Duration.between(own.beatAt(), view.now()))));
        set("scheduler.clock.skew.seconds", Tags.of("source", "registry"), skew(view.now()));
        Set<Incarnation> orphans = new HashSet<>(where.queueRecovery().holders());
        view.nodes().forEach(member -> orphans.remove(member.who()));
        set("scheduler.processing.orphans", Tags.empty(), orphans.size());
        if (!master.equals(view.master())) {
            meters.count("scheduler.master.changes", master.isEmpty() ? 0 : 1);
            master = view.master();
        }
    }

    private void queues() {
        NodeId self = watch.self().node();
        QueueState queue = where.queueRecovery().states(List.of(self)).get(0);
        Tags node = Tags.of("node", self.text());
        set("scheduler.queue.messages", node, (double) queue.depth());
        double age = queue.oldestSentAt()
                .map(at -> seconds(Duration.between(at, clock.instant())))
                .orElse(0.0);
        set("scheduler.queue.oldest.age.seconds", node, Math.max(0, age));
        set(
                "scheduler.dead.letters",
                Tags.empty(),
                where.queue().deadLetters(MOST).size());
    }

    private void database() {
        Instant now = what.ledger().recovery().now();
        set("scheduler.clock.skew.seconds", Tags.of("source", "database"), skew(now));
        set(
                "scheduler.due.unclaimed",
                Tags.empty(),
                what.ledger().recovery().unsent(now.minus(UNCLAIMED), MOST).size());
    }

    private double skew(Instant other) {
        return seconds(Duration.between(other, clock.instant()));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private static void quietly(Runnable look) {
        try {
            look.run();
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "a store tells nothing just now: {0}", e.getMessage());
        }
    }
}
