package io.baton.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers.Armed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManualTriggersTest {
    private static final JobKey A = JobKey.parse("DEMO.a");
    private static final JobKey B = JobKey.parse("DEMO.b");

    private final List<Armed> fired = new ArrayList<>();
    private final ManualTriggers triggers =
            new ManualTriggers((job, version, due) -> fired.add(new Armed(job, version, due)));

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void T1_an_armed_job_fires_once_and_never_before_its_instant() {
        triggers.start();
        triggers.arm(A, 7, at(10));

        assertThat(triggers.advanceTo(at(9))).isZero();
        assertThat(triggers.advanceTo(at(10))).isEqualTo(1);
        assertThat(triggers.advanceTo(at(99))).isZero();

        assertThat(fired).containsExactly(new Armed(A, 7, at(10)));
        assertThat(triggers.armed()).isEmpty();
    }

    @Test
    void T1_what_is_due_fires_earliest_first() {
        triggers.start();
        triggers.arm(B, 1, at(5));
        triggers.arm(A, 1, at(10));
        assertThat(triggers.nextDue()).contains(at(5));

        triggers.advanceTo(at(10));

        assertThat(fired).extracting(Armed::job).containsExactly(B, A);
    }

    @Test
    void T2_arming_again_replaces_the_instant() {
        triggers.start();
        triggers.arm(A, 1, at(5));
        triggers.arm(A, 2, at(20));

        triggers.advanceTo(at(10));
        assertThat(fired).isEmpty();
        triggers.advanceTo(at(20));
        assertThat(fired).containsExactly(new Armed(A, 2, at(20)));
    }

    @Test
    void T4_a_disarmed_job_does_not_fire() {
        triggers.start();
        triggers.arm(A, 1, at(5));
        triggers.disarm(A);
        triggers.disarm(B);

        assertThat(triggers.advanceTo(at(10))).isZero();
    }

    @Test
    void T5_nothing_fires_before_start_or_after_stop() {
        triggers.arm(A, 1, at(5));
        assertThat(triggers.advanceTo(at(10))).isZero();

        triggers.start();
        assertThat(triggers.advanceTo(at(10))).isEqualTo(1);

        triggers.stop();
        triggers.stop();
        triggers.arm(B, 1, at(5));
        assertThat(triggers.advanceTo(at(10))).isZero();
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
}
