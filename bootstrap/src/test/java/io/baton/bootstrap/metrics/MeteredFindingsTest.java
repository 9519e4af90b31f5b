package io.baton.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.jobs.JobReconciler.Report;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Misfire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeteredFindingsTest {
    private static final JobKey A = JobKey.parse("G.a");
    private static final JobKey B = JobKey.parse("G.b");

    private final Meters meters = new Meters();
    private final MeteredFindings findings = new MeteredFindings(meters);

    @Test
    void misfires_are_counted_by_policy_from_zero() {
        findings.misfired(Misfire.SKIP, 5);
        findings.misfired(Misfire.SKIP, 2);

        assertThat(meters.scrape())
                .contains("scheduler_misfires_total{policy=\"SKIP\"} 7.0")
                .contains("scheduler_misfires_total{policy=\"FIRE_ONCE\"} 0.0")
                .contains("scheduler_misfires_total{policy=\"FIRE_ALL\"} 0.0");
    }

    @Test
    void the_drift_is_that_of_the_last_comparison_and_its_time_is_kept() {
        findings.reconciled(new Report(List.of(A), List.of(A, B), List.of(), Map.of(B, "why")), Duration.ofMillis(20));
        assertThat(meters.scrape())
                .contains("scheduler_reconcile_drift{kind=\"removed\"} 1.0")
                .contains("scheduler_reconcile_drift{kind=\"created\"} 2.0")
                .contains("scheduler_reconcile_drift{kind=\"updated\"} 0.0")
                .contains("scheduler_reconcile_drift{kind=\"failed\"} 1.0");

        findings.reconciled(new Report(List.of(), List.of(), List.of(A), Map.of()), Duration.ofMillis(30));
        assertThat(meters.scrape())
                .contains("scheduler_reconcile_drift{kind=\"removed\"} 0.0")
                .contains("scheduler_reconcile_drift{kind=\"updated\"} 1.0")
                .contains("scheduler_reconcile_duration_seconds_count 2")
                .contains("scheduler_reconcile_duration_seconds_sum 0.05");
    }

    @Test
    void dropped_lines_are_read_where_they_are_counted() {
        AtomicLong dropped = new AtomicLong();
        meters.counted("scheduler.log.dropped", dropped::get);
        dropped.set(17);

        assertThat(meters.scrape()).contains("scheduler_log_dropped_total 17.0");
    }
}
