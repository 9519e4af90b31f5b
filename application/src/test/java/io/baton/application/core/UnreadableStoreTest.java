package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.StoreException;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ledger's law: while one store cannot be read, nobody is dead. */
class UnreadableStoreTest {
    private final World world = new World();
    private final Script script = Script.noop();

    @Test
    void while_the_witness_does_not_answer_nobody_is_taken_for_dead() {
        world.witnesses = Blind::new;
        TestNode master = world.node("a", 4, script);
        world.witnesses = witness -> witness;
        TestNode worker = world.node("b", 4, script);
        world.job("G.tick");
        worker.core.desk().work().run().run(JobKey.parse("G.tick"), Optional.empty(), Optional.of("one"));
        worker.steps.doAll();

        world.pass(Duration.ofSeconds(10));

        assertThat(master.core.life().watch().isMaster()).isTrue();
        assertThat(world.rowsOf("G.tick").get(0).state()).isEqualTo(TaskState.RUNNING);
    }

    /** A witness that takes what it is told and tells nothing. */
    private record Blind(NodeWitness witness) implements NodeWitness {
        @Override
        public Optional<Incarnation> enrol(Incarnation who, Duration timeout) {
            return witness.enrol(who, timeout);
        }

        @Override
        public Seen seen(Incarnation who) {
            return witness.seen(who);
        }

        @Override
        public Sightings sightings() {
            throw new StoreException("NodeWitness", "sightings", "down");
        }

        @Override
        public void retire(Incarnation who) {
            witness.retire(who);
        }
    }
}
