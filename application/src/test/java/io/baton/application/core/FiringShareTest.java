package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLock;
import io.baton.domain.task.FiringId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which nodes fire a job. */
class FiringShareTest {
    private static final int JOBS = 40;

    private final World world = new World();
    private final Script script = Script.noop();
    private final List<FiringId> filtered = new ArrayList<>();

    @Test
    void as_many_nodes_as_set_fire_each_job_and_each_node_has_a_share() {
        cluster(2, "a", "b", "c", "d");
        jobs();

        List<Integer> fired = fireOnce();

        assertThat(nodesThatFired().values()).hasSize(JOBS).containsOnly(2);
        assertThat(fired).hasSize(4).allMatch(share -> share > 5);
        world.settle();
        assertThat(script.calls).hasSize(JOBS);
    }

    @Test
    void the_jobs_of_a_node_that_has_died_are_fired_by_the_others_once_it_is_silent() {
        cluster(1, "a", "b", "c");
        jobs();
        world.nodes.get(1).crash();

        world.pass(Duration.ofSeconds(40));
        world.alive().forEach(TestNode::fire);
        filtered.clear();
        fireOnce();

        assertThat(nodesThatFired().values()).hasSize(JOBS).containsOnly(1);
    }

    @Test
    void a_newcomer_counts_once_its_jobs_are_armed() {
        cluster(1, "a", "b");
        jobs();
        TestNode newcomer = new TestNode(world, "c", 4, script);
        assertThat(newcomer.core.life().join()).isEmpty();

        fireOnce();
        assertThat(nodesThatFired().values()).hasSize(JOBS).containsOnly(1);

        world.clock.advance(Duration.ofSeconds(1));
        newcomer.core.life().open();
        world.nodes.add(newcomer);
        filtered.clear();
        List<Integer> fired = fireOnce();
        assertThat(nodesThatFired().values()).hasSize(JOBS).containsOnly(1);
        assertThat(fired.get(2)).isGreaterThan(5);
    }

    @Test
    void a_node_that_drains_does_not_count() {
        cluster(1, "a", "b", "c");
        jobs();
        world.nodes.get(0).where.registry().wantDrain(new NodeId("b"), true);
        world.alive().forEach(TestNode::beat);

        List<Integer> fired = fireOnce();

        assertThat(nodesThatFired().values()).hasSize(JOBS).containsOnly(1);
        assertThat(fired.get(1)).isZero();
    }

    @Test
    void a_node_that_its_database_does_not_answer_does_not_count() {
        AtomicBoolean silent = new AtomicBoolean();
        world.firingNodes = 1;
        world.witnesses = witness -> new Deaf(witness, silent::get);
        world.node("b", 100, script);
        world.witnesses = witness -> witness;
        cluster(1, "a", "c");
        jobs();
        silent.set(true);
        world.alive().forEach(TestNode::beat); // b learns it
        world.alive().forEach(TestNode::beat); // and says it

        world.toNextDueTime();
        world.toNextDueTime();
        world.nodes.get(1).fire();
        world.nodes.get(2).fire();

        assertThat(nodesThatFired().values()).hasSize(JOBS).containsOnly(1);
    }

    @Test
    void a_job_that_has_just_changed_is_fired_by_all_who_know_it() {
        cluster(1, "a", "b", "c");
        jobs();
        world.clock.advance(Duration.ofSeconds(5));
        for (TestNode node : world.alive()) {
            node.fire();
        }
        assertThat(filtered).isEmpty();
        world.job("G.soon", "schedule", World.every("5s"));

        world.clock.advance(Duration.ofSeconds(5));
        world.alive().forEach(TestNode::fire);

        assertThat(nodesThatFired()).containsEntry(JobKey.parse("G.soon"), 3);
    }

    /** A witness that does not answer at times. */
    private record Deaf(NodeWitness witness, BooleanSupplier silent) implements NodeWitness {
        @Override
        public Optional<Incarnation> enrol(Incarnation who, Duration timeout) {
            return witness.enrol(who, timeout);
        }

        @Override
        public Seen seen(Incarnation who) {
            if (silent.getAsBoolean()) {
                throw new StoreException("NodeWitness", "seen", new IllegalStateException("cut off"));
            }
            return witness.seen(who);
        }

        @Override
        public Sightings sightings() {
            return witness.sightings();
        }

        @Override
        public void retire(Incarnation who) {
            witness.retire(who);
        }
    }

    private void cluster(int firingNodes, String... ids) {
        world.firingNodes = firingNodes;
        world.filters = filter -> recording(filter);
        for (String id : ids) {
            world.node(id, 100, script);
        }
        world.alive().forEach(TestNode::beat);
    }

    private TaskLock recording(TaskLock filter) {
        return (List<FiringId> firings, Incarnation by, Duration life) -> {
            filtered.addAll(firings);
            return filter.claim(firings, by, life);
        };
    }

    private void jobs() {
        IntStream.range(0, JOBS).forEach(i -> world.job("G.j" + i, "schedule", World.every("20s")));
    }

    /** @return how many due times each node asked the filter for */
    private List<Integer> fireOnce() {
        world.toNextDueTime();
        world.toNextDueTime();
        List<Integer> fired = new ArrayList<>();
        for (TestNode node : world.alive()) {
            int before = filtered.size();
            node.fire();
            fired.add(filtered.size() - before);
        }
        return fired;
    }

    private Map<JobKey, Integer> nodesThatFired() {
        return filtered.stream()
                .collect(Collectors.groupingBy(FiringId::job, TreeMap::new, Collectors.summingInt(id -> 1)));
    }
}
