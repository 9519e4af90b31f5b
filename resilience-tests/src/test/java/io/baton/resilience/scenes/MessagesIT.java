package io.baton.resilience.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scene (f): messages of all formats, and garbage, pushed by a plain Redis client. */
class MessagesIT {
    private static final List<String> GARBAGE = List.of(
            "{\"taskId\":", "42", "[1,2]", "{\"no\":\"job\"}", "NO.such-job", "{\"v\":99,\"taskId\":\"MSG.tick\"}", "");

    @Test
    void both_older_formats_and_the_newer_one_run_and_garbage_is_set_aside() {
        try (Scene scene = Scene.of("messages");
                Wire wire = new Wire(scene)) {
            scene.jobs("{name: MSG.tick, target: io.baton.resilience.traffic.Traffic.tick, schedule: {manual: true}}");
            NodeProcess node = scene.slaves().get(0);

            wire.push(node.id(), "MSG.tick");
            wire.push(node.id(), "\"MSG.tick\"");
            wire.push(node.id(), "{\"taskId\":\"MSG.tick\"}");
            wire.push(node.id(), "{\"taskId\":\"MSG.tick\",\"taskData\":{\"n\":1},\"unknown\":true}");
            GARBAGE.forEach(message -> wire.push(node.id(), message));
            wire.push(
                    node.id(),
                    "{\"v\":1,\"taskId\":\"MSG.tick\",\"targetNode\":\"" + node.id()
                            + "\",\"taskData\":{\"n\":2},\"task\":\"MSG.tick@r-full\",\"fence\":1,\"attempt\":1,\"sentAt\":1}");

            scene.until(
                    "five have run",
                    () -> scene.rows("MSG.tick").stream().filter(Row::done).count() == 5);
            assertThat(scene.rows("MSG.tick")).allSatisfy(row -> {
                assertThat(row.outcome()).isEqualTo("SUCCEEDED");
                assertThat(row.node()).isEqualTo(node.id());
            });
            scene.nothingRanTwice("MSG.tick");
            assertThat(scene.cluster.journal().starts("MSG.tick")).hasSize(5).containsKey("MSG.tick@r-full");
            setAside(scene, wire, node);
        }
    }

    private static void setAside(Scene scene, Wire wire, NodeProcess node) {
        scene.until("the garbage is set aside", () -> wire.dead().size() == GARBAGE.size());
        assertThat(wire.dead())
                .allSatisfy(letter -> assertThat(letter)
                        .contains("\"id\"", "\"raw\"", "\"reason\"", "\"node\":\"" + node.id() + "\"", "\"at\""));
        assertThat(node.log().lines().filter(l -> l.contains(" WARN ") && l.contains("message set aside")))
                .hasSize(GARBAGE.size());
        assertThat(node.api().get("/dead-letters").toString()).contains("unknown job NO.such-job", "newer format");
    }
}
