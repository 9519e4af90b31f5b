package io.baton.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.when.Passage;
import io.baton.contracts.when.TriggersContract;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.FiringDoor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManualTriggersTest extends TriggersContract {
    private static final JobKey A = JobKey.parse("DEMO.a");
    private static final JobKey B = JobKey.parse("DEMO.b");

    private final MovedTime time = new MovedTime();

    @Override
    protected Triggers triggers(FiringDoor door) {
        return time.triggers(door);
    }

    @Override
    protected Passage time() {
        return time;
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void what_is_due_fires_earliest_first_and_is_counted() {
        List<JobKey> fired = new ArrayList<>();
        ManualTriggers triggers = new ManualTriggers((job, version, due) -> fired.add(job));
        triggers.start();
        triggers.arm(A, 1, at(10));
        triggers.arm(B, 1, at(5));
        assertThat(triggers.nextDue()).contains(at(5));

        assertThat(triggers.advanceTo(at(4))).isZero();
        assertThat(triggers.advanceTo(at(10))).isEqualTo(2);

        assertThat(fired).containsExactly(B, A);
        assertThat(triggers.nextDue()).isEmpty();
    }

    @Test
    void a_job_that_its_door_arms_again_fires_again_in_the_same_advance() {
        List<Instant> times = new ArrayList<>();
        ManualTriggers[] self = new ManualTriggers[1];
        self[0] = new ManualTriggers((job, version, due) -> {
            times.add(due);
            self[0].arm(job, version, due.plusSeconds(5));
        });
        self[0].start();
        self[0].arm(A, 1, at(5));

        self[0].advanceTo(at(16));

        assertThat(times).containsExactly(at(5), at(10), at(15));
    }

    @Test
    void a_door_may_stop_its_own_triggers() {
        ManualTriggers[] self = new ManualTriggers[1];
        self[0] = new ManualTriggers((job, version, due) -> self[0].stop());
        self[0].start();
        self[0].arm(A, 1, at(5));
        self[0].arm(B, 1, at(6));

        assertThat(self[0].advanceTo(at(10))).isEqualTo(1);
        assertThat(self[0].armed()).extracting(Triggers.Armed::job).containsExactly(B);
    }
}
