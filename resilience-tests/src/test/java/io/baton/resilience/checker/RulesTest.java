package io.baton.resilience.checker;

import static io.baton.resilience.checker.Told.NEXT;
import static io.baton.resilience.checker.Told.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void a_plain_course_breaks_nothing() {
        assertThat(Told.plain().ran(TASK, 10_000, 11_000, 2).broken()).isEmpty();
    }

    @Test
    void a_due_time_without_a_task_is_lost() {
        assertThat(Told.plain().broken()).containsExactly("P3-nothing-lost");
    }

    @Test
    void a_due_time_inside_the_range_of_a_summary_is_not_lost() {
        Told told = Told.plain()
                .ran(TASK, 10_000, 11_000, 2)
                .at(100_000)
                .did(Kind.CLAIMED, NEXT)
                .did(Kind.FINISHED, NEXT, 1, 1, "SKIPPED(MISFIRE)")
                .did(Kind.COVERED, NEXT, 0, 0, "20000 50000");

        assertThat(told.bounds(145_000, 0).broken()).isEmpty();
        assertThat(told.bounds(135_000, 0).broken()).containsExactly("P3-nothing-lost");
    }

    @Test
    void a_granted_request_that_is_not_in_the_ledger_is_lost() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2).did(Kind.REQUESTED, "G.a@r-1");

        assertThat(told.broken()).containsExactly("P3-nothing-lost");
        assertThat(told.ran("G.a@r-1", 12_000, 13_000, 2).broken()).isEmpty();
    }

    @Test
    void due_times_of_a_deleted_job_are_not_demanded() {
        assertThat(Told.plain().gone("G.a", 2, 9_000).broken()).isEmpty();
    }

    @Test
    void an_attempt_that_begins_twice_is_told() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2).did(Kind.BEGUN, TASK, 2, 1);

        assertThat(told.broken()).contains("P1-started-once");
    }

    @Test
    void a_second_attempt_needs_the_recorded_failure_of_the_first_and_its_return() {
        assertThat(twoAttempts(true, true).broken()).isEmpty();
        assertThat(twoAttempts(true, false).broken()).containsExactly("P1-started-once");
        assertThat(twoAttempts(false, true).broken()).contains("P1-started-once", "P2-starts-bounded");
    }

    private static Told twoAttempts(boolean recorded, boolean returned) {
        Told told = Told.ofJob(false, false, 3)
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 2, 1)
                .did(Kind.BEGUN, TASK, 2, 1);
        if (returned) {
            told.did(Kind.RETURNED, TASK, 2, 1);
        }
        if (recorded) {
            told.did(Kind.RETRIED, TASK, 2, 1, "FAILED");
        }
        return told.at(12_000)
                .did(Kind.STARTED, TASK, 4, 2)
                .did(Kind.BEGUN, TASK, 4, 2)
                .did(Kind.RETURNED, TASK, 4, 2)
                .did(Kind.FINISHED, TASK, 4, 2, "SUCCEEDED");
    }

    @Test
    void a_lost_attempt_is_followed_by_another_only_of_an_at_least_once_task() {
        assertThat(recovered(true, 1).broken()).isEmpty();
        assertThat(recovered(false, 1).broken()).contains("P1-started-once");
    }

    @Test
    void more_than_three_recoveries_are_told() {
        assertThat(recovered(true, 3).broken()).isEmpty();
        assertThat(recovered(true, 4).broken()).containsExactly("P2-starts-bounded");
    }

    @Test
    void a_task_that_is_promised_at_least_once_does_not_end_as_lost() {
        assertThat(lost(true).broken()).containsExactly("P2-starts-bounded");
        assertThat(lost(false).broken()).isEmpty();
    }

    private static Told lost(boolean atLeastOnce) {
        return Told.ofJob(atLeastOnce, false, 1)
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 2, 1)
                .at(20_000)
                .did(Kind.FINISHED, TASK, 2, 1, "LOST(NODE_DEAD)");
    }

    private static Told recovered(boolean atLeastOnce, int times) {
        Told told = Told.ofJob(atLeastOnce, false, 1).at(10_000).did(Kind.CLAIMED, TASK);
        for (int n = 1; n <= times; n++) {
            told.did(Kind.STARTED, TASK, 2L * n, n)
                    .did(Kind.BEGUN, TASK, 2L * n, n)
                    .did(Kind.RECOVERED, TASK, 2L * n, n);
        }
        long fence = 2L * times + 2;
        return told.did(Kind.STARTED, TASK, fence, times + 1)
                .did(Kind.BEGUN, TASK, fence, times + 1)
                .did(Kind.RETURNED, TASK, fence, times + 1)
                .did(Kind.FINISHED, TASK, fence, times + 1, "SUCCEEDED");
    }

    @Test
    void a_success_without_a_start_is_told() {
        Told told = Told.plain().at(10_000).did(Kind.CLAIMED, TASK).did(Kind.STARTED, TASK, 2, 1);

        assertThat(told.did(Kind.FINISHED, TASK, 2, 1, "SUCCEEDED").broken()).containsExactly("P2-starts-bounded");
    }

    @Test
    void recorded_runs_of_two_firings_of_an_exclusive_job_must_not_overlap() {
        Told apart = Told.ofJob(false, true, 1).ran(TASK, 10_000, 11_000, 2).ran(NEXT, 20_000, 21_000, 3);
        Told over = Told.ofJob(false, true, 1)
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 2, 1)
                .ran(NEXT, 20_000, 21_000, 3)
                .did(Kind.FINISHED, TASK, 2, 1, "FAILED");

        assertThat(apart.broken()).isEmpty();
        assertThat(over.broken()).containsExactly("P4-no-overlap");
    }

    @Test
    void methods_may_overlap_only_with_one_that_was_declared_lost() {
        assertThat(zombie("LOST").broken()).isEmpty();
        assertThat(zombie("FAILED").broken()).containsExactly("P4-no-overlap");
    }

    private static Told zombie(String outcome) {
        return Told.ofJob(false, true, 1)
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 2, 1)
                .did(Kind.BEGUN, TASK, 2, 1)
                .at(19_000)
                .did(Kind.FINISHED, TASK, 2, 1, outcome)
                .ran(NEXT, 20_000, 21_000, 3)
                .did(Kind.RETURNED, TASK, 2, 1);
    }

    @Test
    void first_attempts_of_an_exclusive_job_start_in_the_order_of_their_due_times() {
        Told told = Told.ofJob(false, true, 1).ran(NEXT, 20_000, 21_000, 2).ran(TASK, 22_000, 23_000, 3);

        assertThat(told.broken()).containsExactly("P5-in-order");
        assertThat(Told.plain()
                        .ran(NEXT, 20_000, 21_000, 2)
                        .ran(TASK, 22_000, 23_000, 3)
                        .broken())
                .isEmpty();
    }

    @Test
    void a_result_with_an_older_fence_must_not_count() {
        Told told = Told.plain()
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 4, 1)
                .did(Kind.BEGUN, TASK, 4, 1)
                .did(Kind.LATE, TASK, 2, 1);

        assertThat(told.did(Kind.FINISHED, TASK, 2, 1, "FAILED").broken()).containsExactly("P6-fence");
    }

    @Test
    void a_task_ends_once() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2).did(Kind.FINISHED, TASK, 2, 1, "FAILED");

        assertThat(told.broken()).containsExactly("P6-fence");
    }

    @Test
    void a_resource_that_checks_fences_must_not_let_an_older_one_through() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2).did(Kind.EFFECT, "row-1", 3, 1);

        assertThat(told.broken()).isEmpty();
        assertThat(told.did(Kind.EFFECT, "row-1", 2, 1).broken()).containsExactly("P6-fence");
    }

    @Test
    void the_fences_given_to_the_firings_of_an_exclusive_job_grow() {
        assertThat(Told.ofJob(false, true, 1)
                        .ran(TASK, 10_000, 11_000, 2)
                        .ran(NEXT, 20_000, 21_000, 2)
                        .broken())
                .containsExactly("P6-fence");
    }

    @Test
    void what_is_unfinished_long_after_the_last_fault_is_told() {
        assertThat(open("queued on a dead node", 100_000).broken()).containsExactly("P3-converged");
        assertThat(open("queued on a dead node", 150_000).broken()).isEmpty();
        assertThat(open("due 250000", 100_000).broken()).isEmpty();
    }

    private static Told open(String why, int lastFault) {
        return Told.plain()
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .fault(lastFault)
                .at(200_000)
                .did(Kind.OPEN, TASK, 1, 1, why);
    }

    @Test
    void what_was_never_due_is_a_phantom() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2);

        assertThat(told.ran("G.a@15000", 15_000, 16_000, 2).broken()).containsExactly("no-phantom");
    }

    @Test
    void what_was_claimed_while_its_job_was_being_deleted_is_none_within_the_time_that_a_commit_takes() {
        assertThat(claimedAfterDeletion(40, 1_000).broken()).isEmpty();
        assertThat(claimedAfterDeletion(1_040, 1_000).broken()).containsExactly("no-phantom");
        assertThat(claimedAfterDeletion(40, 1).broken()).containsExactly("no-phantom");
    }

    /** Deleted just before its due time at 20 s; the claim comes after that. */
    private static Told claimedAfterDeletion(int after, long committed) {
        return Told.plain()
                .committed(committed)
                .gone("G.a", 2, 19_990)
                .ran(TASK, 10_000, 11_000, 2)
                .ran(NEXT, 19_990 + after, 22_000, 2);
    }

    @Test
    void a_method_that_begins_without_its_task_in_the_ledger_is_a_phantom() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2);

        assertThat(told.at(20_000).did(Kind.BEGUN, NEXT, 1, 1).broken()).containsExactly("no-phantom");
    }

    @Test
    void a_start_more_than_a_second_before_its_due_time_is_early() {
        assertThat(Told.plain().ran(TASK, 8_900, 11_000, 2).broken()).containsExactly("not-early");
        assertThat(Told.plain().ran(TASK, 9_100, 11_000, 2).broken()).isEmpty();
    }

    @Test
    void a_key_that_belongs_to_nobody_is_told() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2);

        assertThat(told.did(Kind.STRAY, "inflight:n1").broken()).containsExactly("no-stray-keys");
    }

    @Test
    void where_punctuality_is_asked_for_a_late_start_is_told() {
        assertThat(Told.plain()
                        .bounds(185_000, 500)
                        .ran(TASK, 10_600, 11_000, 2)
                        .broken())
                .containsExactly("P7-punctual");
        assertThat(Told.plain()
                        .bounds(185_000, 500)
                        .ran(TASK, 10_400, 11_000, 2)
                        .broken())
                .isEmpty();
    }

    @Test
    void a_result_of_a_run_that_was_declared_lost_must_not_count() {
        Told told = Told.ofJob(true, false, 1)
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 2, 1)
                .did(Kind.BEGUN, TASK, 2, 1)
                .at(17_000)
                .did(Kind.RECOVERED, TASK, 2, 1)
                .did(Kind.RETURNED, TASK, 2, 1);

        assertThat(told.did(Kind.FINISHED, TASK, 2, 2, "FAILED").broken()).containsExactly("P6-fence");
    }

    @Test
    void a_success_is_told_by_a_method_that_has_returned() {
        Told told = Told.plain()
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 2, 1)
                .did(Kind.BEGUN, TASK, 2, 1);

        assertThat(told.did(Kind.FINISHED, TASK, 2, 1, "SUCCEEDED").broken()).containsExactly("P6-fence");
    }

    @Test
    void a_run_that_counts_is_refused_by_no_resource() {
        Told refused = Told.plain()
                .at(10_000)
                .did(Kind.CLAIMED, TASK)
                .did(Kind.STARTED, TASK, 2, 1)
                .did(Kind.BEGUN, TASK, 2, 1)
                .did(Kind.REFUSED, TASK, 2, 1)
                .did(Kind.RETURNED, TASK, 2, 1);

        assertThat(refused.did(Kind.FINISHED, TASK, 2, 1, "SUCCEEDED").broken()).containsExactly("P6-fence");
        assertThat(Told.plain()
                        .ran(TASK, 10_000, 11_000, 2)
                        .did(Kind.REFUSED, TASK, 1, 2)
                        .broken())
                .isEmpty();
    }

    @Test
    void what_a_killed_node_held_is_elsewhere_in_time() {
        assertThat(held("QUEUED killed 5000").at(14_900).released(TASK).broken())
                .isEmpty();
        assertThat(held("QUEUED killed 5000").at(15_100).released(TASK).broken())
                .containsExactly("P7-taken-over");
        assertThat(held("RUNNING killed 8000").broken()).containsExactly("P7-taken-over");
    }

    @Test
    void of_a_silent_node_that_comes_back_in_time_nothing_is_asked_and_of_a_killed_one_it_is() {
        assertThat(held("RUNNING silent 9000")
                        .at(18_900)
                        .did(Kind.HEALED, "paused")
                        .broken())
                .isEmpty();
        assertThat(held("RUNNING silent 9000")
                        .at(19_100)
                        .did(Kind.HEALED, "paused")
                        .broken())
                .containsExactly("P7-taken-over");
        assertThat(held("RUNNING killed 8000")
                        .at(12_000)
                        .did(Kind.HEALED, "killed")
                        .broken())
                .containsExactly("P7-taken-over");
    }

    /** Held by an incarnation of n1, of which {@link Told} tells everything. */
    private static Told held(String how) {
        return Told.plain().ran(TASK, 9_500, 9_600, 2).at(10_000).held(TASK, how);
    }

    @Test
    void what_was_told_beside_the_rules_breaks_a_history_too() {
        Told told = Told.plain().ran(TASK, 10_000, 11_000, 2).did(Kind.SURPRISE, "row", 0, 0, "the fault was not felt");

        assertThat(told.broken()).containsExactly("no-surprise");
    }
}
