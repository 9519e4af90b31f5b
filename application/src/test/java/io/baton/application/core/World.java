package io.baton.application.core;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.CronParser;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLock;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.port.Watermarks;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.memory.MemoryCluster;
import io.baton.memory.MemoryDatabase;
import io.baton.memory.MemorySpools;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A cluster in one thread. */
final class World {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final MemoryCluster cluster = new MemoryCluster(clock);
    final MemoryDatabase database = new MemoryDatabase(clock);
    /** Every text is "each minute": what cron means is another's matter. */
    final CronParser crons =
            (expression, zone) -> after -> Optional.of(Instant.ofEpochSecond((after.getEpochSecond() / 60 + 1) * 60));

    /** How nodes see the table of jobs. */
    UnaryOperator<JobRepository> jobs = store -> store;

    /** How nodes see the queues. */
    UnaryOperator<TaskQueue> queues = queue -> queue;

    /** How nodes see the registry. */
    UnaryOperator<NodeRegistry> registries = registry -> registry;

    /** How nodes see the state of queues. */
    UnaryOperator<QueueRecovery> recoveries = recovery -> recovery;

    /** How nodes see the master role. */
    UnaryOperator<MasterLease> leases = lease -> lease;

    /** How nodes see the filter. */
    UnaryOperator<TaskLock> filters = filter -> filter;

    /** How nodes see the witness. */
    UnaryOperator<NodeWitness> witnesses = witness -> witness;

    /** How nodes see time; the stores have the world's own clock. */
    UnaryOperator<Clock> clocks = own -> own;

    /** How nodes see the watermarks. */
    UnaryOperator<Watermarks> watermarks = store -> store;

    int queueCapacity = 1_000;

    /** All of them, but where a test says otherwise. */
    int firingNodes = 1_000;

    /** How nodes reach the ledger. */
    UnaryOperator<TaskLedger> ledger = store -> store;

    /** The disk of the one machine that all nodes share. */
    final MemorySpools spools = new MemorySpools();

    final List<TestNode> nodes = new ArrayList<>();
    int lives;

    long nanos() {
        return Duration.between(START, clock.instant()).toNanos();
    }

    TestNode node(String id, int slots, Script script) {
        TestNode node = new TestNode(this, id, slots, script).joined();
        nodes.add(node);
        alive().forEach(TestNode::beat);
        return node;
    }

    List<TestNode> alive() {
        return nodes.stream().filter(n -> n.alive).toList();
    }

    /** Lets time pass, with heartbeats every five seconds and sweeps every second. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            boolean beats = clock.instant().getEpochSecond() % 5 == 0;
            for (TestNode node : alive()) {
                if (beats) {
                    node.beat();
                }
                node.sweep();
            }
        }
    }

    /** Lets ten seconds pass, in which nodes beat and nothing else happens. */
    void toNextDueTime() {
        clock.advance(Duration.ofSeconds(10));
        alive().forEach(TestNode::beat);
    }

    /** All nodes fire what is due, take what is queued, and work until nothing is left to do. */
    void settle() {
        alive().forEach(TestNode::fire);
        for (int round = 0; round < 5; round++) {
            alive().forEach(TestNode::take);
            alive().forEach(TestNode::work);
        }
    }

    /** Creates a job by the fields of a job file, and lets every node see it. */
    Job job(String name, Object... fields) {
        Map<String, Object> members = new HashMap<>(Map.of("name", name, "target", "bean.run"));
        for (int i = 0; i < fields.length; i += 2) {
            members.put((String) fields[i], fields[i + 1]);
        }
        members.putIfAbsent("schedule", Map.of("manual", true));
        var reply = nodes.get(0).core.desk().work().jobs().create(members);
        alive().forEach(n -> n.cycle("jobs"));
        return reply.job().orElseThrow(() -> new IllegalStateException(reply.why()));
    }

    static Map<String, Object> every(String interval) {
        return Map.of("every", interval);
    }

    List<TaskRow> rows() {
        return database.connect()
                .history()
                .search(new io.baton.domain.port.TaskHistory.Query(
                        io.baton.domain.port.TaskHistory.Filter.ALL, Optional.empty(), 1000));
    }

    List<TaskRow> rowsOf(String job) {
        return rows().stream().filter(r -> r.job().equals(JobKey.parse(job))).toList();
    }

    TaskRow row(TaskId id) {
        return database.connect().history().find(id).orElseThrow();
    }

    /** The outcomes of a job's tasks with their reasons, oldest first. */
    List<String> endings(String job) {
        List<String> words = new ArrayList<>(rowsOf(job).stream()
                .map(r -> r.story().end().map(e -> e.words()).orElse(r.state().name()))
                .toList());
        java.util.Collections.reverse(words);
        return words;
    }
}
