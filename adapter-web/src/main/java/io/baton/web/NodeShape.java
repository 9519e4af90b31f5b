package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.view.Readings.NodeReading;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Heartbeat;
import java.time.Duration;
import java.util.Optional;

/** A node in JSON. */
final class NodeShape {
    private NodeShape() {}

    /**
     * @param cluster tells what time it is, and who shall drain
     * @param timeout after which a silent node counts as dead
     */
    static ObjectNode of(NodeReading reading, ClusterView cluster, Duration timeout) {
        ClusterView.Member member = reading.member();
        Heartbeat beat = member.beat();
        ObjectNode shape = JsonTree.empty();
        shape.put("id", member.id().text());
        shape.put("incarnation", beat.who().number());
        shape.put("alive", !member.beatAt().plus(timeout).isBefore(cluster.now()));
        shape.put("master", reading.master());
        shape.put("load", beat.load());
        shape.put("cpu", beat.status().cpu());
        shape.put("slots", beat.profile().slots());
        shape.put("busy", beat.status().busy());
        shape.put("queueDepth", reading.queue().depth());
        shape.put("inFlight", reading.inFlight());
        shape.put("draining", beat.status().draining());
        shape.put("drainWanted", cluster.drainWanted().contains(member.id()));
        Answers.time(shape, "lastHeartbeat", Optional.of(member.beatAt()));
        Answers.time(shape, "startedAt", Optional.of(beat.status().startedAt()));
        shape.put("clockSkewMs", beat.status().skew().toMillis());
        shape.set("labels", JsonTree.of(beat.profile().labels().values()));
        shape.put("version", beat.profile().version());
        shape.put("address", beat.profile().address());
        return shape;
    }
}
