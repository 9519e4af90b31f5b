package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** M1 and M2: firing, the gate, the claim, and where a task goes. */
class FiringTest {
    private final World world = new World();
    private final Script script = Script.noop();

    @Test
    void a_due_time_that_three_nodes_fire_runs_once() {
        for (String id : List.of("a", "b", "c")) {
            world.node(id, 4, script);
        }
        world.job("G.tick", "schedule", World.every("10s"));

        world.toNextDueTime();
        int fired = world.alive().stream().mapToInt(TestNode::fire).sum();
        world.settle();

        assertThat(fired).isEqualTo(3);
        assertThat(script.calls).hasSize(1);
        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
    }

    @Test
    void the_ledger_lets_one_win_even_if_the_filter_lets_all_pass() {
        TestNode a = world.node("a", 4, script);
        TestNode b = world.node("b", 4, script);
        world.job("G.tick", "schedule", World.every("10s"));
        world.toNextDueTime();

        a.fire();
        world.clock.advance(Duration.ofSeconds(61)); // the claim of the filter has ended
        b.fire();
        world.settle();

        long runsOfFirst = script.calls.stream()
                .filter(c ->
                        c.startsWith("G.tick@" + World.START.plusSeconds(10).toEpochMilli()))
                .count();
        assertThat(runsOfFirst).isEqualTo(1);
    }

    @Test
    void the_shards_of_a_firing_are_spread_over_the_nodes() {
        for (String id : List.of("a", "b", "c")) {
            world.node(id, 4, script);
        }
        world.job("G.parts", "schedule", World.every("10s"), "placement", java.util.Map.of("shards", 6));
        world.toNextDueTime();

        world.nodes.get(1).fire();

        assertThat(world.nodes).allSatisfy(node -> assertThat(node.queued()).isEqualTo(2));
        world.settle();
        assertThat(script.calls).hasSize(6);
    }

    @Test
    void a_node_that_joined_since_the_last_heartbeat_is_found_before_a_task_is_given_up() {
        Script other = new Script().method("other.run", context -> {});
        TestNode gone = world.node("b", 4, other);
        world.job("G.new", "schedule", World.every("60s"), "target", "other.run");
        TestNode old = world.node("a", 4, script);
        gone.crash();
        world.pass(Duration.ofSeconds(60));
        world.nodes.add(new TestNode(world, "c", 4, other).joined());
        assertThat(old.core.life().watch().alive()).as("what a knows").hasSize(1);

        world.settle();

        assertThat(other.calls).hasSize(1);
        assertThat(world.endings("G.new")).containsExactly("SUCCEEDED");
    }

    @Test
    void a_broadcast_goes_to_a_node_that_joined_since_the_last_heartbeat_too() {
        world.node("a", 4, script);
        world.job("G.all", "schedule", World.every("10s"), "placement", "broadcast");
        world.toNextDueTime();
        world.nodes.add(new TestNode(world, "b", 4, script).joined());

        world.settle();

        assertThat(script.calls).hasSize(2);
    }

    @Test
    void a_master_only_job_fires_on_the_master_and_leaves_no_trace_elsewhere() {
        TestNode master = world.node("a", 4, script);
        TestNode slave = world.node("b", 4, script);
        world.job("G.lead", "schedule", World.every("10s"), "placement", "master");
        world.toNextDueTime();

        slave.fire();
        assertThat(world.rows()).isEmpty();

        master.fire();
        world.settle();
        assertThat(world.rowsOf("G.lead"))
                .singleElement()
                .satisfies(row -> assertThat(row.story().claimedBy()).isEqualTo(master.self()));
    }

    @Test
    void a_master_at_the_threshold_sends_to_the_least_loaded_node() {
        TestNode master = world.node("a", 10, script);
        TestNode busy = world.node("b", 10, script);
        TestNode idle = world.node("c", 10, script);
        master.probe.set(0.8);
        busy.probe.set(0.5);
        idle.probe.set(0.1);
        world.alive().forEach(TestNode::beat);
        world.alive().forEach(TestNode::beat);
        world.job("G.tick", "schedule", World.every("10s"));
        world.toNextDueTime();

        master.fire();

        assertThat(owner("G.tick")).isEqualTo(Optional.of(idle.self()));
        assertThat(idle.queued()).isEqualTo(1);
        world.settle();
        assertThat(world.endings("G.tick")).containsExactly("SUCCEEDED");
    }

    @Test
    void a_master_below_the_threshold_keeps_the_task() {
        TestNode master = world.node("a", 10, script);
        world.node("b", 10, script);
        master.probe.set(0.79);
        world.job("G.tick", "schedule", World.every("10s"));
        world.toNextDueTime();

        master.fire();

        assertThat(owner("G.tick")).isEqualTo(Optional.of(master.self()));
        assertThat(world.rowsOf("G.tick").get(0).state()).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void a_slave_without_a_free_slot_forwards() {
        world.node("a", 4, script);
        TestNode slave = world.node("b", 1, script);
        world.job("G.first", "schedule", World.every("10s"));
        world.job("G.second", "schedule", World.every("10s"));
        world.toNextDueTime();

        slave.fire();

        assertThat(world.rows())
                .extracting(TaskRow::state)
                .containsExactlyInAnyOrder(TaskState.RUNNING, TaskState.QUEUED);
        TaskRow forwarded = world.rows().stream()
                .filter(r -> r.state() == TaskState.QUEUED)
                .findFirst()
                .orElseThrow();
        assertThat(forwarded.standing().owner().orElseThrow().node().text()).isEqualTo("a");
    }

    @Test
    void an_idle_node_takes_waiting_tasks_off_a_busy_one() {
        TestNode busy = world.node("a", 1, script);
        TestNode idle = world.node("b", 4, script);
        idle.probe.set(1.0);
        world.alive().forEach(TestNode::beat);
        for (int i = 0; i < 4; i++) {
            world.job("G.t" + i, "schedule", World.every("10s"));
        }
        world.toNextDueTime();
        busy.fire();
        long before = busy.queued();
        idle.probe.set(0);
        world.alive().forEach(TestNode::beat);
        world.alive().forEach(TestNode::beat);

        idle.cycle("steal");
        idle.steps.doAll();

        assertThat(before).isGreaterThan(1);
        assertThat(busy.queued()).isLessThan(before);
        assertThat(world.rows().stream()
                        .filter(r -> r.state() == TaskState.RUNNING
                                && r.standing().owner().equals(Optional.of(idle.self()))))
                .isNotEmpty();
    }

    @Test
    void a_target_that_one_node_alone_has_runs_there() {
        world.node("a", 4, script);
        Script special = new Script().method("special.run", c -> {}).method("bean.run", c -> {});
        world.node("b", 4, special);
        world.alive().forEach(TestNode::beat);
        world.job("G.special", "target", "special.run", "schedule", World.every("10s"));
        world.toNextDueTime();

        world.nodes.get(0).fire();
        world.settle();

        assertThat(special.calls).hasSize(1);
        assertThat(world.endings("G.special")).containsExactly("SUCCEEDED");
    }

    @Test
    void a_broadcast_runs_on_every_node_and_its_parent_ends_after_it() {
        for (String id : List.of("a", "b", "c")) {
            world.node(id, 4, script);
        }
        world.alive().forEach(TestNode::beat);
        world.job("G.all", "schedule", World.every("10s"), "placement", "broadcast");
        world.toNextDueTime();

        world.settle();
        world.pass(Duration.ofSeconds(2));

        assertThat(script.calls).hasSize(3);
        assertThat(world.rowsOf("G.all")).hasSize(4).allMatch(r -> r.state() == TaskState.DONE);
    }

    @Test
    void shards_run_each_once_with_index_and_count() {
        Script sharded = new Script().method("bean.run", c -> c.log(c.shardIndex() + " of " + c.shardCount()));
        TestNode a = world.node("a", 8, sharded);
        TestNode b = world.node("b", 8, sharded);
        world.job("G.parts", "schedule", World.every("10s"), "placement", Map.of("shards", 4));
        world.toNextDueTime();

        world.settle();

        List<String> said = new java.util.ArrayList<>(a.said);
        said.addAll(b.said);
        assertThat(said).hasSize(4).allMatch(line -> line.endsWith("of 4"));
    }

    private Optional<io.baton.domain.node.Incarnation> owner(String job) {
        return world.rowsOf(job).get(0).standing().owner();
    }
}
