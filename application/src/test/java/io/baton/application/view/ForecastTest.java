package io.baton.application.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.jobs.JobReconciler.Report;
import io.baton.application.view.ClusterReconcile.Counts;
import io.baton.application.view.Forecast.Change;
import io.baton.application.view.Forecast.Kind;
import io.baton.domain.job.JobKey;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ForecastTest {
    private static final JobKey A = JobKey.parse("G.a");
    private static final JobKey B = JobKey.parse("G.b");
    private static final JobKey C = JobKey.parse("G.c");
    private static final JobKey D = JobKey.parse("G.d");

    @Test
    void it_comes_out_of_its_text_as_it_went_in() {
        Forecast forecast = Forecast.of(new Report(List.of(A), List.of(B), List.of(C), Map.of(D, "why")));

        assertThat(forecast.changes())
                .containsExactly(
                        new Change(Kind.REMOVE, A),
                        new Change(Kind.FAIL, D),
                        new Change(Kind.UPDATE, C),
                        new Change(Kind.CREATE, B));
        assertThat(Forecast.parse(forecast.text())).isEqualTo(forecast);
    }

    @Test
    void nothing_to_change_is_a_forecast_too() {
        Forecast forecast = Forecast.of(new Report(List.of(), List.of(), List.of(), Map.of()));

        assertThat(Forecast.parse(forecast.text())).isEqualTo(new Forecast(new Counts(0, 0, 0, 0), List.of()));
    }

    @Test
    void of_many_changes_the_numbers_are_whole_and_the_names_as_many_as_fit_into_a_mark() {
        List<JobKey> many = IntStream.range(0, 5_000)
                .mapToObj(n -> JobKey.parse("GROUP.a-job-with-a-name-" + n))
                .toList();

        Forecast forecast = Forecast.of(new Report(List.of(), many, List.of(), Map.of()));

        assertThat(forecast.counts().created()).isEqualTo(5_000);
        assertThat(forecast.changes()).hasSizeBetween(20, 40);
        assertThat(forecast.text().length()).isLessThanOrEqualTo(900);
    }
}
