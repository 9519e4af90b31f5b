package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.office.RunOffice;
import io.baton.domain.port.TaskHistory.Cursor;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.task.Ending;
import io.baton.domain.task.MissedRange;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastRunsTest {
    private static final Instant SINCE = Instant.parse("2026-11-26T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-27T00:00:00Z");

    /** Newest first. */
    private final List<TaskRow> rows = new ArrayList<>();

    private final List<Query> asked = new ArrayList<>();

    private RunOffice.Page page(Query query) {
        asked.add(query);
        int from = query.before()
                .map(cursor -> rows.stream().map(TaskRow::id).toList().indexOf(cursor.id()) + 1)
                .orElse(0);
        List<TaskRow> page = rows.stream().skip(from).limit(query.limit()).toList();
        boolean more = page.size() == query.limit();
        return new RunOffice.Page(
                page, more ? Optional.of(page.get(page.size() - 1)).map(PastRunsTest::cursor) : Optional.empty());
    }

    private static Cursor cursor(TaskRow row) {
        return new Cursor(row.terms().scheduledAt(), row.id());
    }

    private static Instant hour(int hour) {
        return SINCE.plusSeconds(3600L * hour);
    }

    private void succeeded(int... hours) {
        for (int hour : hours) {
            rows.add(Rows.ended(hour(hour), Ending.of(Outcome.SUCCEEDED)));
        }
    }

    @Test
    void few_rows_are_read_from_the_beginning() {
        succeeded(9, 8, 7);

        PastRuns runs = new PastRuns(this::page, SINCE, UNTIL, 100);

        assertThat(runs.from()).isEqualTo(SINCE);
        assertThat(runs.cut()).isFalse();
        assertThat(runs.of(Rows.JOB, hour(8))).isPresent();
        assertThat(runs.of(Rows.JOB, hour(6))).isEmpty();
        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.filter().span().since()).contains(SINCE);
            assertThat(query.filter().span().until()).contains(UNTIL);
        });
    }

    @Test
    void of_many_rows_the_newest_are_read_and_what_they_may_hold_in_part_is_left_out() {
        succeeded(9, 8, 7, 6, 5);

        PastRuns runs = new PastRuns(this::page, SINCE, UNTIL, 2);

        assertThat(runs.cut()).isTrue();
        assertThat(runs.from()).isEqualTo(hour(8).plusMillis(1));
        assertThat(asked).hasSize(1);
    }

    @Test
    void one_row_stands_for_all_that_were_missed() {
        rows.add(Rows.ended(hour(3), new MissedRange(4, hour(3), hour(6)).ending()));

        PastRuns runs = new PastRuns(this::page, SINCE, UNTIL, 100);

        assertThat(runs.missed(Rows.JOB, hour(6))).isTrue();
        assertThat(runs.missed(Rows.JOB, hour(7))).isFalse();
        assertThat(runs.missedBefore(Rows.JOB)).containsExactly(new MissedRange(4, hour(3), hour(6)));
        assertThat(asked.get(1).filter().job()).contains(Rows.JOB);
        assertThat(asked.get(1).filter().span().until()).contains(SINCE);
    }
}
