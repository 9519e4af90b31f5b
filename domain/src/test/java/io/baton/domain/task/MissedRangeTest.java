package io.baton.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MissedRangeTest {
    private static final Instant FIRST = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant LAST = Instant.parse("2026-11-26T10:05:00Z");

    @Test
    void what_the_row_says_is_read_back() {
        MissedRange range = new MissedRange(6, FIRST, LAST);

        assertThat(range.ending().words()).isEqualTo("SKIPPED(MISFIRE)");
        assertThat(range.ending().error())
                .isEqualTo("6 due times from 2026-11-26T10:00:00Z to 2026-11-26T10:05:00Z were missed");
        assertThat(MissedRange.of(range.ending())).contains(range);
    }

    @Test
    void a_row_that_ended_otherwise_stands_for_itself_alone() {
        assertThat(MissedRange.of(Ending.of(Outcome.SKIPPED, Reason.MISFIRE))).isEmpty();
        assertThat(MissedRange.of(new Ending(
                        Outcome.FAILED,
                        Reason.NONE,
                        new MissedRange(6, FIRST, LAST).ending().error())))
                .isEmpty();
        assertThat(MissedRange.of(
                        new Ending(Outcome.SKIPPED, Reason.MISFIRE, "6 due times from then to now were missed")))
                .isEmpty();
    }

    @Test
    void both_ends_are_covered() {
        MissedRange range = new MissedRange(6, FIRST, LAST);

        assertThat(range.covers(FIRST)).isTrue();
        assertThat(range.covers(LAST)).isTrue();
        assertThat(range.covers(FIRST.minusMillis(1))).isFalse();
        assertThat(range.covers(LAST.plusMillis(1))).isFalse();
    }

    @Test
    void a_range_has_a_due_time_and_goes_forward() {
        assertThatThrownBy(() -> new MissedRange(0, FIRST, LAST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MissedRange(1, LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }
}
