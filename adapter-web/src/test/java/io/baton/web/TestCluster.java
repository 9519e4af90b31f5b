package io.baton.web;

import io.baton.domain.port.JobRepository;
import io.baton.memory.MemoryCluster;
import io.baton.memory.MemoryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stores in memory, and the nodes over them. */
final class TestCluster implements AutoCloseable {
    static final String TOKEN = "a-token-of-at-least-32-characters";

    final ShiftedClock clock = new ShiftedClock();
    final MemoryCluster where = new MemoryCluster(clock);
    final MemoryDatabase what = new MemoryDatabase(clock);
    private final List<TestNode> nodes = new ArrayList<>();

    TestNode node(String id) {
        return node(id, jobs -> jobs);
    }

    /** @param jobs what to put between the node and its jobs */
    TestNode node(String id, UnaryOperator<JobRepository> jobs) {
        TestNode node = new TestNode(this, id, jobs);
        nodes.add(node);
        nodes.forEach(one -> one.cycle("heartbeat"));
        node.cycle("sweep");
        return node;
    }

    @Override
    public void close() {
        nodes.forEach(TestNode::close);
    }
}
