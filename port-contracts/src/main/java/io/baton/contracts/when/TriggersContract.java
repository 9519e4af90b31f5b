package io.baton.contracts.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link Triggers}, clauses T1 to T4: instants a few hundred milliseconds ahead, awaited with a deadline, by
 * the real clock or by one that the adapter moves. Starting and stopping are in {@link TriggersLifeContract}, many threads
 * in {@link TriggersThreadsContract}.
 */
public abstract class TriggersContract {
    private static final JobKey JOB = new JobKey("DEMO", "greet");
    private static final JobKey SENTINEL = new JobKey("DEMO", "sentinel");
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration QUIET = Duration.ofMillis(200);

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
    void T1_an_armed_job_fires_once_with_its_key_version_and_instant() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = started(log);
        Instant due = soon();

        triggers.arm(JOB, 7, due);

        Fired fired = log.next();
        assertThat(fired.job()).isEqualTo(JOB);
        assertThat(fired.version()).isEqualTo(7);
        assertThat(fired.due()).isEqualTo(due);
        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T1_nothing_fires_before_its_instant() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = started(log);
        Instant first = soon();
        for (int i = 0; i < 200; i++) {
            triggers.arm(new JobKey("DEMO", "job-" + i), 1, first.plusMillis(2L * i));
        }

        for (Fired fired : log.next(200)) {
            assertThat(fired.at()).isAfterOrEqualTo(fired.due());
        }
    }

    @Test
    void T1_what_has_fired_is_not_armed_any_more_even_at_the_door() throws Exception {
        List<Triggers> own = new ArrayList<>();
        List<Integer> armedAtDoor = new ArrayList<>();
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened((job, version, due) -> {
            armedAtDoor.add(own.get(0).armed().size());
            log.fire(job, version, due);
        });
        own.add(triggers);
        triggers.start();

        triggers.arm(JOB, 1, soon());
        log.next();

        assertThat(armedAtDoor).containsExactly(0);
        assertThat(triggers.armed()).isEmpty();
    }

    @Test
    void T1_a_job_that_is_armed_again_at_the_door_fires_again() throws Exception {
        List<Triggers> own = new ArrayList<>();
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened((job, version, due) -> {
            if (version < 50) {
                own.get(0).arm(job, version + 1, due.plusMillis(5));
            }
            log.fire(job, version, due);
        });
        own.add(triggers);
        triggers.start();

        triggers.arm(JOB, 1, soon());

        assertThat(log.next(50).stream().map(Fired::version))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList());
        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T1_keys_that_differ_in_case_or_group_are_different_jobs() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = started(log);
        List<JobKey> jobs =
                List.of(new JobKey("A", "x"), new JobKey("a", "x"), new JobKey("A", "X"), new JobKey("B", "x"));
        Instant due = soon();

        jobs.forEach(job -> triggers.arm(job, 1, due));

        assertThat(log.next(4).stream().map(Fired::job)).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void T1_a_door_that_throws_harms_no_other_firing() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = opened((job, version, due) -> {
            log.fire(job, version, due);
            throw new IllegalStateException("a door that throws, on purpose");
        });
        triggers.start();

        for (int i = 0; i < 20; i++) {
            triggers.arm(new JobKey("DEMO", "job-" + i), 1, soon());
        }

        assertThat(log.next(20).stream().map(Fired::job)).doesNotHaveDuplicates();
        triggers.arm(JOB, 2, soon());
        assertThat(log.next().version()).isEqualTo(2);
    }

    @Test
    void T1_two_nodes_fire_the_same_job_each_for_itself() throws Exception {
        FiredLog one = new FiredLog(time());
        FiredLog two = new FiredLog(time());
        Triggers first = started(one);
        Triggers second = started(two);
        Instant due = soon();
        first.arm(JOB, 1, due);
        second.arm(JOB, 2, due);

        assertThat(one.next().version()).isEqualTo(1);
        assertThat(two.next().version()).isEqualTo(2);
        first.stop();
        second.arm(JOB, 3, soon());
        assertThat(two.next().version()).isEqualTo(3);
        assertThat(one.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T2_arming_again_replaces_the_instant_and_the_version() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = started(log);
        Instant later = soon().plusSeconds(3_600);
        triggers.arm(JOB, 1, soon());
        triggers.arm(JOB, 2, later);
        triggers.arm(SENTINEL, 1, soon().plusMillis(200));

        assertThat(log.next().job()).isEqualTo(SENTINEL);
        assertThat(triggers.armed()).containsExactly(new Armed(JOB, 2, later));

        triggers.arm(JOB, 3, soon());
        assertThat(log.next().version()).isEqualTo(3);
        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T3_an_instant_in_the_past_fires_at_once_and_keeps_its_due_time() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = started(log);
        Instant yearAgo = soon().minus(Duration.ofDays(365));
        Instant secondAgo = soon().minusSeconds(1);

        triggers.arm(JOB, 1, yearAgo);
        assertThat(log.next().due()).isEqualTo(yearAgo);
        triggers.arm(JOB, 2, secondAgo);
        assertThat(log.next().due()).isEqualTo(secondAgo);
        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T4_a_disarmed_job_does_not_fire() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = started(log);
        Instant due = soon();
        triggers.arm(JOB, 1, due);
        triggers.arm(SENTINEL, 1, due.plusMillis(200));

        triggers.disarm(JOB);

        assertThat(triggers.armed()).containsExactly(new Armed(SENTINEL, 1, due.plusMillis(200)));
        assertThat(log.next().job()).isEqualTo(SENTINEL);
        assertThat(log.isSilentFor(QUIET)).isTrue();
    }

    @Test
    void T4_disarming_what_is_not_armed_does_nothing() throws Exception {
        FiredLog log = new FiredLog(time());
        Triggers triggers = started(log);
        triggers.disarm(JOB);
        triggers.arm(JOB, 1, soon());

        assertThat(log.next().job()).isEqualTo(JOB);
        triggers.disarm(JOB);
        triggers.disarm(JOB);
        assertThat(triggers.armed()).isEmpty();
    }

    @Test
    void T4_what_is_armed_cannot_be_changed_through_the_list() {
        Triggers triggers = started(new FiredLog(time()));
        triggers.arm(JOB, 1, soon().plusSeconds(3_600));
        List<Armed> armed = triggers.armed();

        assertThatThrownBy(armed::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private Triggers started(FiringDoor door) {
        Triggers triggers = opened(door);
        triggers.start();
        return triggers;
    }

    private Triggers opened(FiringDoor door) {
        Triggers triggers = triggers(door);
        opened.add(triggers);
        return triggers;
    }

    /** Due times are whole milliseconds everywhere. */
    private Instant soon() {
        return time().now().plus(SOON).truncatedTo(ChronoUnit.MILLIS);
    }
}
