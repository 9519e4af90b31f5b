package io.baton.contracts.when;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.when.FiredLog.Fired;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import io.baton.domain.port.Triggers.Armed;
import io.baton.domain.port.Triggers.FiringDoor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The law of {@link Triggers}: starting and stopping (T5), and many jobs of one instant (T1). */
public abstract class TriggersLifeContract {
    private static final JobKey JOB = new JobKey("DEMO", "greet");
    private static final Duration QUIET = Duration.ofMillis(300);

    private final List<Triggers> opened = new ArrayList<>();

    /** Triggers of a node of their own, not started. */
    protected abstract Triggers triggers(FiringDoor door);

    /** How time passes for the triggers; by itself, unless the adapter says otherwise. */
    protected Passage time() {
        return Passage.REAL;
    }

    @AfterEach
    void stop_all() {
        opened.forEach(Triggers::stop);
    }

    @Test
    void T5_nothing_fires_before_start_and_what_was_armed_fires_after_it() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened(log);
        Instant due = now();
        triggers.arm(JOB, 1, due);

        assertThat(log.isSilentFor(QUIET)).isTrue();
        assertThat(triggers.armed()).containsExactly(new Armed(JOB, 1, due));

        triggers.start();
        assertThat(log.next().due()).isEqualTo(due);
    }

    @Test
    void T5_a_job_disarmed_before_start_does_not_fire() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened(log);
        triggers.arm(JOB, 1, now());
        triggers.disarm(JOB);
        triggers.start();

        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T5_nothing_fires_after_stop_and_stopping_twice_is_harmless() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened(log);
        triggers.start();
        triggers.arm(JOB, 1, now().plusMillis(100));
        triggers.stop();
        triggers.stop();
        log.forget();

        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T5_arming_and_disarming_after_stop_is_harmless() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened(log);
        triggers.start();
        triggers.stop();

        triggers.arm(JOB, 1, now());
        triggers.disarm(new JobKey("DEMO", "other"));

        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T1_a_thousand_jobs_of_one_instant_fire_once_each() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened(log);
        Instant due = now().plusMillis(500);
        for (int i = 0; i < 1_000; i++) {
            triggers.arm(new JobKey("DEMO", "job-" + i), i, due);
        }
        triggers.start();

        assertThat(log.next(1_000).stream().map(Fired::job)).doesNotHaveDuplicates();
        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    private Triggers opened(FiringDoor door) {
        Triggers triggers = triggers(door);
        opened.add(triggers);
        return triggers;
    }

    /** Due times are whole milliseconds everywhere. */
    private Instant now() {
        return time().now().truncatedTo(ChronoUnit.MILLIS);
    }
}
