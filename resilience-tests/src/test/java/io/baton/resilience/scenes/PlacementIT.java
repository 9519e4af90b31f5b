package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scenes (b), (c), (d): where tasks go when nodes are busy. */
@Tag("minutes")
class PlacementIT {
    /** Well below the three of four slots that are busy elsewhere. */
    private static final double CALM = 0.3;
    /** Looks are a tenth of a second apart, heartbeats a second. */
    private static final int LOOKS = 30;

    private static final String WORK = "io.baton.resilience.traffic.Traffic.work";

    @Test
    void a_master_over_the_threshold_sends_to_the_least_loaded_node() {
        try (Scene scene = Scene.of("threshold", "--baton.node.slots=4", "--baton.dispatch.load-threshold=0.5")) {
            NodeProcess master = scene.master();
            NodeProcess halfBusy = scene.slaves().get(0);
            NodeProcess idle = scene.slaves().get(1);
            create(scene, "LOAD.next");
            occupy(scene, master, 3);
            occupy(scene, halfBusy, 3);
            // A process that has just started is no idle one: its own warming up counts as load, and comes in bursts.
            calm(scene, master, idle);

            String task = run(master, "LOAD.next");

            Row row = scene.settled("LOAD.next").get(0);
            assertThat(row.id()).isEqualTo(task);
            assertThat(row.claimedBy()).isEqualTo(master.id());
            assertThat(row.node()).isEqualTo(idle.id());
        }
    }

    @Test
    void a_slave_without_a_free_slot_forwards() {
        try (Scene scene = Scene.of("forward", "--baton.node.slots=2")) {
            NodeProcess slave = scene.slaves().get(0);
            create(scene, "LOAD.next");
            occupy(scene, slave, 2);

            run(slave, "LOAD.next");

            Row row = scene.settled("LOAD.next").get(0);
            assertThat(row.claimedBy()).isEqualTo(slave.id());
            assertThat(row.node()).isNotEqualTo(slave.id());
            assertThat(row.outcome()).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void an_idle_slave_steals_from_a_busy_nodes_list() {
        try (Scene scene = Scene.of("steal", 2, "--baton.node.slots=2")) {
            NodeProcess slave = scene.slaves().get(0);
            NodeProcess master = scene.master();
            occupy(scene, slave, 2);
            occupy(scene, master, 2);
            scene.jobs("{name: LOAD.queued, target: " + WORK + "(20), schedule: {manual: true}}");
            for (int n = 0; n < 20; n++) {
                master.api().post("/jobs/LOAD.queued/run", "");
            }
            NodeProcess thief = scene.cluster.start("node-3").awaitReady();

            List<Row> rows = scene.settled("LOAD.queued");

            assertThat(rows)
                    .hasSize(20)
                    .allSatisfy(row -> assertThat(row.outcome()).isEqualTo("SUCCEEDED"));
            assertThat(rows.stream().map(Row::node).collect(Collectors.toSet())).contains(thief.id());
            scene.nothingRanTwice("LOAD.queued");
        }
    }

    /** Fills slots of a node with work that only it may do and that lasts as long as the scene, and waits until the others know it. */
    private static void occupy(Scene scene, NodeProcess node, int slots) {
        String job = "BUSY." + node.id();
        scene.jobs("{name: " + job + ", target: " + WORK
                + "(600000), schedule: {manual: true}, placement: any, labels: {host: " + node.id() + "}}");
        for (int n = 0; n < slots; n++) {
            run(node, job);
        }
        scene.until(
                slots + " slots of " + node.id() + " are busy and everybody knows",
                () -> scene.cluster.living().stream().allMatch(asked -> busy(asked, node.id()) == slots));
    }

    private static int busy(NodeProcess asked, String node) {
        return shown(asked, node).path("busy").asInt(-1);
    }

    private static double load(NodeProcess asked, String node) {
        return shown(asked, node).path("load").asDouble(1);
    }

    private static JsonNode shown(NodeProcess asked, String node) {
        for (JsonNode shown : asked.api().get("/nodes").get("nodes")) {
            if (shown.get("id").asText().equals(node)) {
                return shown;
            }
        }
        return MissingNode.getInstance();
    }

    /** Waits until {@value #LOOKS} looks in a row, over some heartbeats, show the node as hardly loaded. */
    private static void calm(Scene scene, NodeProcess asked, NodeProcess idle) {
        AtomicInteger calm = new AtomicInteger();
        scene.until(
                asked.id() + " sees that " + idle.id() + " is calm",
                () -> (load(asked, idle.id()) < CALM ? calm.incrementAndGet() : calm.getAndSet(0)) >= LOOKS);
    }

    private static void create(Scene scene, String job) {
        scene.jobs("{name: " + job + ", target: " + WORK + "(10), schedule: {manual: true}}");
    }

    private static String run(NodeProcess by, String job) {
        return by.api().post("/jobs/" + job + "/run", "").get("task").asText();
    }
}
