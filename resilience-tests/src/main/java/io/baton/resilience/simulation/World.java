package io.baton.resilience.simulation;

import io.baton.memory.MemorySpools;
import io.baton.resilience.checker.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A cluster, its stores and its misfortunes, on virtual time. */
final class World {
    static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");
    static final long BEGIN_MILLIS = BEGIN.toEpochMilli();

    private static final Set<Fault.Kind> REDIS_GOES_BACK = Set.of(Fault.Kind.REDIS_ROLLED_BACK, Fault.Kind.REDIS_SPLIT);

    final Plan plan;
    final Choices choices;
    final Chance chance;
    final Turns turns;
    final Recorder recorder;
    final Redis redis;
    final Database database;
    final Nemesis nemesis;
    final Operator operator;
    private final List<MemorySpools> disks = new ArrayList<>();
    private final SimNode[] current;
    private final List<SimNode> everybody = new ArrayList<>();
    private final boolean redisLog;
    final List<String> surprises = new ArrayList<>();
    private int lives;

    /** @param choices decide where chance does not */
    World(Plan plan, Crew crew, Choices choices) {
        this.plan = plan;
        this.choices = choices;
        this.chance = choices.asked() ? Chance.none() : new Chance(plan.seed() * 31 + 7);
        Chance ties = chance.split(1);
        this.turns = new Turns(crew, ties::number, this::surprised, choices);
        this.recorder = new Recorder(this);
        this.redis = new Redis(this);
        this.database = new Database(this);
        this.nemesis = new Nemesis(this, chance.split(2));
        this.operator = new Operator(this, chance.split(3));
        this.current = new SimNode[plan.nodes().count()];
        for (int n = 0; n < current.length; n++) {
            disks.add(new MemorySpools());
        }
        this.redisLog = plan.faults().stream().anyMatch(f -> REDIS_GOES_BACK.contains(f.kind()));
    }

    /** Sets everything going; it runs as time passes. */
    void open() {
        for (int n = 0; n < current.length; n++) {
            start(n, n * 300L);
        }
        operator.open();
        nemesis.open();
    }

    /** A new life of a node, after a delay in ms. */
    void start(int index, long after) {
        turns.spawn(after * 1_000, () -> {
            SimNode node = new SimNode(this, index, ++lives);
            current[index] = node;
            everybody.add(node);
            node.begin();
        });
    }

    Instant now() {
        return Instant.ofEpochMilli(nowMillis());
    }

    long nowMillis() {
        return BEGIN_MILLIS + turns.now() / 1_000;
    }

    boolean needsRedisLog() {
        return redisLog;
    }

    /** The disk of a node's machine, which its crashes leave as it is. */
    MemorySpools spool(int index) {
        return disks.get(index);
    }

    long stateOfDisks(StateHash hash) {
        return hash.of(disks);
    }

    CallFaults callFaults() {
        long elapsed = turns.now() / 1_000;
        return elapsed > 4_000 && elapsed < plan.faultsUntil() ? plan.calls() : CallFaults.NONE;
    }

    List<SimNode> everybody() {
        return everybody;
    }

    Optional<SimNode> node(int index) {
        return index < current.length ? Optional.ofNullable(current[index]).filter(n -> n.alive) : Optional.empty();
    }

    /** Those that live and have joined. */
    List<SimNode> working() {
        return Arrays.stream(current)
                .filter(n -> n != null && n.alive && n.working)
                .toList();
    }

    JobPlan.Runs runsOf(String job) {
        return plan.jobs().stream()
                .filter(j -> j.name().equals(job))
                .findFirst()
                .orElseThrow()
                .runs();
    }

    /** An activity threw what none of the product's own nets caught, or the product called something an error. */
    void surprised(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        surprises.add(text.toString());
        recorder.tell(Kind.NOTE, "surprise", "", thrown.toString());
    }
}
