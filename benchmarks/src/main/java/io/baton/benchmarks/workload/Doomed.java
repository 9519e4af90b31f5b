package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.LedgerRows;
import io.baton.benchmarks.contender.TakenSlots;
import io.baton.benchmarks.starts.Start;
import io.baton.benchmarks.starts.Stay;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two nodes of Baton, of which one has {@link #RUNNING} running and {@link #WAITING} waiting tasks when it dies. The other has no
 * free slot until then, so that it takes none of the waiting ones, and forty from then on, so that slots decide nothing.
 */
final class Doomed implements AutoCloseable {
    static final int RUNNING = 20;
    static final int WAITING = 10;
    private static final int SURVIVORS_SLOTS = 40;
    private static final String VICTIM = "victim";
    private static final String SURVIVOR = "survivor";
    private static final String BUSY = "BENCH.busy";
    private static final String LABEL = "role=survivor";
    private static final String JOBS = """
            jobs:
              - name: BENCH.busy
                target: %s.until("end")
                schedule: { manual: true }
                delivery: at-least-once
            """.formatted(Stay.class.getName());

    private static final String HELD =
            "SELECT COUNT(*) FROM task WHERE job_name = 'BENCH.busy' AND state = ? AND owner LIKE CONCAT(?, '/%')";

    private final Room room;
    private final Cluster cluster;
    private final NodeProcess victim;
    private final NodeProcess survivor;

    private Doomed(Room room, Cluster cluster, NodeProcess victim, NodeProcess survivor) {
        this.room = room;
        this.cluster = cluster;
        this.victim = victim;
        this.survivor = survivor;
    }

    /** The nodes are ready and have their tasks. The node that starts first is the master. */
    static Doomed ready(Room room, Death death) {
        Cluster cluster = Baton.cluster(room, "-Xmx512m", death.settings().toArray(String[]::new));
        try {
            boolean masterDies = death == Death.MASTER_KILLED;
            start(cluster, masterDies ? VICTIM : SURVIVOR);
            start(cluster, masterDies ? SURVIVOR : VICTIM);
            Doomed doomed = new Doomed(room, cluster, cluster.node(VICTIM), cluster.node(SURVIVOR));
            doomed.fill();
            return doomed;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static void start(Cluster cluster, String id) {
        NodeProcess node = id.equals(SURVIVOR)
                ? cluster.start(id, "--baton.node.slots=" + SURVIVORS_SLOTS, "--baton.node.labels=" + LABEL)
                : cluster.start(id, "--baton.node.slots=" + RUNNING);
        node.awaitReady();
    }

    private void fill() {
        victim.api().apply(JOBS);
        TakenSlots.take(room, victim, LABEL, SURVIVORS_SLOTS);
        Waiting.until("the survivor is full", 60, 100, this::survivorLooksFull);
        for (int n = 0; n < RUNNING + WAITING; n++) {
            victim.api().post("/jobs/" + BUSY + "/run", "{\"requestId\":\"" + n + "\"}");
        }
        Waiting.until(
                "the victim has its tasks",
                60,
                100,
                () -> held("RUNNING") == RUNNING && held("QUEUED") == WAITING && starts().size() == RUNNING);
    }

    private boolean survivorLooksFull() {
        for (var node : victim.api().get("/nodes").get("nodes")) {
            if (node.get("id").asText().equals(survivor.id())) {
                return node.get("load").asDouble() >= 1;
            }
        }
        return false;
    }

    /** @return when, epoch millis */
    long die(Death death) {
        long at = System.currentTimeMillis();
        if (death == Death.SILENT) {
            victim.pause();
        } else {
            victim.kill();
        }
        TakenSlots.free(room);
        return at;
    }

    /** Tasks in that state that are the victim's, by the ledger. */
    long held(String state) {
        return LedgerRows.count(room, HELD, state, victim.id());
    }

    /** When each task of the victim's began on the survivor, epoch millis. */
    Map<String, Long> restarts() {
        return starts().stream()
                .filter(one -> one.process() == survivor.pid())
                .collect(Collectors.toMap(Start::task, Start::at, Math::min));
    }

    /** The tasks that ran on the victim. */
    List<String> began() {
        return starts().stream()
                .filter(one -> one.process() == victim.pid())
                .map(Start::task)
                .toList();
    }

    private List<Start> starts() {
        return Start.in(room.folder()).stream()
                .filter(one -> one.task().startsWith(BUSY + "@"))
                .toList();
    }

    /** Lets the tasks end. @return what was lost or began once too often; empty if nothing */
    String settled() {
        TakenSlots.say(room, "end");
        int all = RUNNING + WAITING;
        boolean ended = Waiting.within(60, 200, () -> succeeded() == all);
        long starts = starts().size();
        return !ended
                ? all - succeeded() + " lost"
                : starts > all + RUNNING ? starts - all - RUNNING + " started once too often" : "";
    }

    private long succeeded() {
        return LedgerRows.count(room, "SELECT COUNT(*) FROM task WHERE job_name = ? AND outcome = 'SUCCEEDED'", BUSY);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
