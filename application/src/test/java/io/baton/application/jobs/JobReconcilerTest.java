package io.baton.application.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.application.jobs.JobReconciler.Report;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** M7: what is armed follows what the store holds. */
final class JobReconcilerTest {
    private static final JobKey A = JobKey.parse("G.a");
    private static final JobKey B = JobKey.parse("G.b");
    private static final JobKey C = JobKey.parse("G.c");
    private static final JobKey D = JobKey.parse("G.d");

    private final Shelf shelf = new Shelf();

    @Test
    void jobs_of_the_store_that_are_not_armed_are_created() {
        shelf.save(A, "10s");
        shelf.save(B, "20s");

        Report report = shelf.reconciler.reconcile();

        assertThat(report.created()).containsExactly(A, B);
        assertThat(shelf.armed()).containsExactly(A, B);
        assertThat(shelf.reconciler.reconcile().nothing()).isTrue();
    }

    @Test
    void each_comparison_of_everything_but_the_first_is_told_with_its_time() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        assertThat(shelf.told).isEmpty();

        shelf.save(B, "20s");
        Report report = shelf.reconciler.reconcile();
        shelf.reconciler.poll();

        assertThat(report.created()).containsExactly(B);
        assertThat(shelf.told).containsExactly(report + " 1");
    }

    @Test
    void an_armed_job_that_the_store_does_not_have_is_removed() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        shelf.triggers.arm(B, 1, Shelf.START.plusSeconds(5));
        shelf.jobs.delete(A);

        Report report = shelf.reconciler.reconcile();

        assertThat(report.removed()).containsExactly(A, B);
        assertThat(shelf.armed()).isEmpty();
        assertThat(shelf.catalog.all()).isEmpty();
    }

    @Test
    void a_job_without_a_live_trigger_is_armed_again() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        shelf.triggers.disarm(A);

        Report report = shelf.reconciler.reconcile();

        assertThat(report.created()).containsExactly(A);
        assertThat(shelf.armed()).containsExactly(A);
    }

    @Test
    void a_changed_job_is_updated_and_armed_for_its_new_due_time() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        shelf.save(A, "1h");

        Report report = shelf.reconciler.reconcile();

        assertThat(report.updated()).containsExactly(A);
        assertThat(shelf.triggers.armed())
                .singleElement()
                .satisfies(armed ->
                        assertThat(Duration.between(Shelf.START, armed.due())).isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void a_paused_job_is_known_and_not_armed() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        shelf.jobs.enable(A, false);

        assertThat(shelf.reconciler.poll().updated()).containsExactly(A);

        assertThat(shelf.armed()).isEmpty();
        assertThat(shelf.catalog.find(A)).isPresent();
    }

    @Test
    void polling_sees_new_changed_and_deleted_jobs() {
        shelf.save(A, "10s");
        shelf.save(B, "10s");
        shelf.reconciler.reconcile();
        shelf.jobs.delete(A);
        shelf.save(B, "20s");
        shelf.save(C, "30s");

        Report report = shelf.reconciler.poll();

        assertThat(report).isEqualTo(new Report(List.of(A), List.of(C), List.of(B), Map.of()));
    }

    @Test
    void polling_asks_for_the_versions_only_if_something_changed() {
        shelf.save(A, "10s");
        shelf.reconciler.poll();
        shelf.reconciler.poll();
        shelf.reconciler.poll();
        assertThat(shelf.jobs.stampsAsked).isEqualTo(1);

        shelf.save(A, "20s");

        assertThat(shelf.reconciler.poll().updated()).containsExactly(A);
        assertThat(shelf.reconciler.poll().nothing()).isTrue();
        assertThat(shelf.jobs.stampsAsked).isEqualTo(2);
    }

    @Test
    void a_change_of_few_jobs_does_not_list_all_that_is_armed() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        shelf.save(A, "20s");
        shelf.save(B, "20s");
        int asked = shelf.armedAsked;

        shelf.reconciler.refresh(List.of(A));
        shelf.reconciler.poll();

        assertThat(shelf.armed()).containsExactly(A, B);
        assertThat(shelf.armedAsked).isEqualTo(asked);
    }

    @Test
    void all_rows_of_few_jobs_are_read_each_time_and_those_of_many_in_turn() {
        for (int i = 0; i < 25_000; i++) {
            shelf.save(new JobKey("MANY", "j" + i), "1h");
            if (i == 9_999) {
                shelf.reconciler.reconcile();
                assertThat(rowsReadByAComparison()).isEqualTo(10_000);
            }
        }
        shelf.reconciler.poll();

        List<Integer> turns = List.of(rowsReadByAComparison(), rowsReadByAComparison(), rowsReadByAComparison());

        assertThat(turns).allMatch(rows -> rows > 5_000 && rows < 12_000);
        assertThat(turns.stream().mapToInt(rows -> rows).sum()).isEqualTo(25_000);
    }

    private int rowsReadByAComparison() {
        int before = shelf.jobs.rowsAsked;
        assertThat(shelf.reconciler.reconcile().nothing()).isTrue();
        return shelf.jobs.rowsAsked - before;
    }

    @Test
    void a_job_whose_trigger_cannot_be_armed_harms_no_other() {
        shelf.save(A, "10s");
        shelf.save(B, "10s");
        shelf.save(C, "10s");
        shelf.refuse(B);

        Report report = shelf.reconciler.reconcile();

        assertThat(report.created()).containsExactly(A, C);
        assertThat(report.failed()).containsOnlyKeys(B);
        assertThat(shelf.armed()).containsExactly(A, C);
    }

    @Test
    void a_job_with_a_cron_text_that_is_none_harms_no_other_and_is_not_run() {
        shelf.save(A, "10s");
        shelf.saveCron(B, Shelf.BROKEN);
        shelf.save(C, "10s");

        Report report = shelf.reconciler.reconcile();

        assertThat(report.created()).containsExactly(A, C);
        assertThat(report.failed()).containsOnlyKeys(B);
        assertThat(report.failed().get(B)).contains(Shelf.BROKEN);
        assertThat(shelf.armed()).containsExactly(A, C);
        assertThat(shelf.catalog.find(B)).isEmpty();
    }

    @Test
    void a_change_that_breaks_a_job_disarms_it() {
        shelf.saveCron(A, "each minute");
        shelf.reconciler.reconcile();
        shelf.saveCron(A, Shelf.BROKEN);

        Report report = shelf.reconciler.poll();

        assertThat(report.failed()).containsOnlyKeys(A);
        assertThat(shelf.armed()).isEmpty();
        assertThat(shelf.catalog.find(A)).isEmpty();
    }

    @Test
    void polling_looks_at_an_unreadable_job_again_when_its_version_moved_and_not_before() {
        shelf.saveCron(A, Shelf.BROKEN);

        assertThat(shelf.reconciler.poll().failed()).containsOnlyKeys(A);
        assertThat(shelf.reconciler.poll().nothing()).isTrue();
        shelf.saveCron(A, "each minute");

        assertThat(shelf.reconciler.poll().created()).containsExactly(A);
        assertThat(shelf.armed()).containsExactly(A);
    }

    @Test
    void what_would_change_is_foreseen_and_nothing_is_changed() {
        shelf.save(A, "10s");
        shelf.save(B, "10s");
        shelf.reconciler.reconcile();
        shelf.jobs.delete(A);
        shelf.save(B, "20s");
        shelf.save(C, "30s");
        shelf.saveCron(D, Shelf.BROKEN);

        Report foreseen = shelf.reconciler.foresee();

        assertThat(foreseen.removed()).containsExactly(A);
        assertThat(foreseen.created()).containsExactly(C);
        assertThat(foreseen.updated()).containsExactly(B);
        assertThat(foreseen.failed()).containsOnlyKeys(D);
        assertThat(shelf.armed()).containsExactly(A, B);
        assertThat(shelf.reconciler.foresee()).isEqualTo(foreseen);
        assertThat(shelf.reconciler.reconcile()).isEqualTo(foreseen);
    }

    @Test
    void in_line_with_the_store_nothing_is_foreseen() {
        shelf.save(A, "10s");
        shelf.save(B, "10s");
        shelf.jobs.enable(B, false);
        shelf.reconciler.reconcile();

        assertThat(shelf.reconciler.foresee().nothing()).isTrue();
    }

    @Test
    void a_store_that_does_not_answer_changes_nothing() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        shelf.jobs.cut();

        assertThatThrownBy(shelf.reconciler::reconcile).isInstanceOf(StoreException.class);
        assertThatThrownBy(shelf.reconciler::poll).isInstanceOf(StoreException.class);

        assertThat(shelf.armed()).containsExactly(A);
    }
}
