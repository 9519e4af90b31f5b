package io.baton.resilience.simulation;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobRepository.SaveReply;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.LedgerRecovery.Lost;
import io.baton.domain.port.Marks;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.port.Watermarks;
import io.baton.domain.task.TaskId;
import io.baton.memory.MemoryDatabase;
import io.baton.memory.MemorySession;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The database of a world: keeps its commits, may be away, and may not say what became of a commit. */
final class Database implements Store {
    private static final Set<String> FENCED = Set.of("start", "finish", "recover");

    private final World world;
    private final MemoryDatabase database;
    private final Map<SimNode, Session> sessions = new HashMap<>();
    private boolean down;

    private record Session(MemorySession session, Map<Class<?>, Object> ports) {}

    Database(World world) {
        this.world = world;
        this.database = new MemoryDatabase(new WorldClock(world, () -> 0L), world.recorder);
    }

    void connect(SimNode node) {
        MemorySession session = database.connect();
        Map<Class<?>, Object> ports = new HashMap<>();
        ports.put(TaskLedger.class, session.ledger());
        ports.put(LedgerRecovery.class, session.recovery());
        ports.put(Watermarks.class, session.watermarks());
        ports.put(TaskHistory.class, session.history());
        ports.put(JobRepository.class, session.jobs());
        ports.put(Marks.class, session.marks());
        ports.put(NodeWitness.class, session.witness());
        sessions.put(node, new Session(session, ports));
    }

    long state(StateHash hash) {
        return hash.of(database);
    }

    /** What is in the ledger, for whoever stands outside of the world. */
    MemorySession look() {
        return database.connect();
    }

    void down(boolean away) {
        down = away;
        if (away) {
            sessions.values().forEach(s -> s.session().link().drop());
        }
    }

    void cut(SimNode node) {
        session(node).session().link().cut();
    }

    void drop(SimNode node) {
        session(node).session().link().drop();
    }

    void restore(SimNode node) {
        session(node).session().link().restore();
    }

    private Session session(SimNode node) {
        return java.util.Objects.requireNonNull(sessions.get(node), "every node is connected before it speaks");
    }

    @Override
    public String refusal(SimNode node, boolean grows) {
        return down
                ? "simulated: the database is down"
                : node.cutFromDatabase ? "simulated: no way to the database" : "";
    }

    @Override
    public Object carryOut(SimNode node, Class<?> port, Method method, Object[] args) throws IllegalAccessException {
        Object target = session(node).ports().get(port);
        if (target == null) {
            throw new IllegalStateException(port + " is no port of the database");
        }
        world.recorder.writes(fences(method, args));
        Object answer = Store.invoke(target, method, args);
        world.recorder.writes(Map.of());
        if (port == JobRepository.class) {
            follow(method, args, answer);
        }
        return answer;
    }

    /** The fences that a write names, by task. */
    private static Map<String, Set<Long>> fences(Method method, Object[] args) {
        Map<String, Set<Long>> fences = new HashMap<>();
        if (FENCED.contains(method.getName())) {
            for (Object one : (List<?>) args[0]) {
                if (one instanceof StartRequest r) {
                    add(fences, r.task(), r.fence());
                } else if (one instanceof Finish f) {
                    add(fences, f.task(), f.fence());
                } else if (one instanceof Lost l) {
                    add(fences, l.task(), l.fence());
                }
            }
        }
        return fences;
    }

    private static void add(Map<String, Set<Long>> fences, TaskId task, long fence) {
        fences.computeIfAbsent(task.toString(), t -> new TreeSet<>()).add(fence);
    }

    private void follow(Method method, Object[] args, Object answer) {
        switch (method.getName()) {
            case "save" -> {
                if (!((SaveReply) answer).conflict()) {
                    ((SaveReply) answer).job().ifPresent(world.recorder::defined);
                }
            }
            case "enable" -> ((Optional<?>) answer).ifPresent(job -> world.recorder.defined((Job) job));
            case "delete" -> {
                if ((Boolean) answer) {
                    world.recorder.deleted((JobKey) args[0], world.now());
                }
            }
            default -> {}
        }
    }

    @Override
    public void unheard(SimNode node, Object answer) {
        // What was committed stands: the ledger's own steps find it again.
    }

    @Override
    public boolean repeats() {
        return false;
    }
}
