package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    /** One every so many ms up to now, the newest first. */
    private static List<TaskRow> every(int millis, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Rows.ended(NOW.minusMillis((long) n * millis), Ending.of(Outcome.SUCCEEDED)))
                .toList();
    }

    @Test
    void the_rate_is_that_of_the_last_minute() {
        assertThat(Charts.rate(List.of(), 500, NOW)).isZero();
        assertThat(Charts.rate(every(1_000, 30), 500, NOW)).isEqualTo(0.5);
        assertThat(Charts.rate(every(1_000, 300), 500, NOW)).isEqualTo(1.0);
    }

    @Test
    void if_there_are_more_than_were_read_it_is_that_of_the_time_that_was() {
        assertThat(Charts.rate(every(10, 500), 500, NOW)).isBetween(99.0, 101.0);
    }

    @Test
    void what_was_skipped_did_neither_run_nor_succeed() {
        TaskRow skipped = Rows.ended(NOW, Ending.of(Outcome.SKIPPED, Reason.OVERLAP));
        TaskRow failed = Rows.ended(NOW, Ending.of(Outcome.FAILED));
        TaskRow good = Rows.ended(NOW, Ending.of(Outcome.SUCCEEDED));

        assertThat(List.of(skipped, failed, good)).filteredOn(Charts::ran).containsExactly(failed, good);
        assertThat(List.of(skipped, failed, good)).filteredOn(Charts::good).containsExactly(good);
    }
}
