package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.web.console.Tally.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant DUE = Instant.parse("2026-11-26T10:00:00Z");

    private final Tally tally = new Tally();

    private void ended(long started, Ending end) {
        tally.add(Rows.started(DUE, 1, DUE, DUE.plusSeconds(started), Optional.of(end)));
    }

    @Test
    void what_succeeded_was_on_time_or_late() {
        ended(0, Ending.of(Outcome.SUCCEEDED));
        ended(10, Ending.of(Outcome.SUCCEEDED));
        ended(11, Ending.of(Outcome.SUCCEEDED));

        assertThat(tally.of(Fate.ON_TIME)).isEqualTo(2);
        assertThat(tally.of(Fate.LATE)).isOne();
        assertThat(tally.wrong()).isOne();
    }

    @Test
    void of_one_that_was_tried_again_the_claim_tells_whether_it_was_late() {
        tally.add(Rows.started(
                DUE, 2, DUE.plusSeconds(1), DUE.plusSeconds(300), Optional.of(Ending.of(Outcome.SUCCEEDED))));

        assertThat(tally.of(Fate.ON_TIME)).isOne();
    }

    @Test
    void skipped_ones_keep_their_reasons_and_other_endings_are_failures() {
        ended(0, Ending.of(Outcome.SKIPPED, Reason.OVERLAP));
        ended(0, Ending.of(Outcome.SKIPPED, Reason.OVERLAP));
        ended(0, Ending.of(Outcome.SKIPPED, Reason.PAUSED));
        for (Outcome outcome :
                new Outcome[] {Outcome.FAILED, Outcome.TIMED_OUT, Outcome.CANCELLED, Outcome.LOST, Outcome.DEAD}) {
            ended(0, Ending.of(outcome));
        }

        assertThat(tally.reasons()).isEqualTo(Map.of(Reason.OVERLAP, 2, Reason.PAUSED, 1));
        assertThat(tally.of(Fate.SKIPPED)).isEqualTo(3);
        assertThat(tally.of(Fate.FAILED)).isEqualTo(5);
        assertThat(tally.expected()).isEqualTo(8);
    }

    @Test
    void what_has_not_ended_is_under_way_and_so_is_what_was_due_just_now() {
        tally.add(Rows.started(DUE, 1, DUE, DUE, Optional.empty()));
        tally.addWithoutRow(true, Duration.ofSeconds(89));
        tally.addWithoutRow(true, Duration.ofSeconds(90));

        assertThat(tally.of(Fate.OPEN)).isEqualTo(2);
        assertThat(tally.of(Fate.ABSENT)).isOne();
    }

    @Test
    void what_another_row_stands_for_was_missed() {
        tally.addWithoutRow(false, Duration.ofSeconds(1));

        assertThat(tally.of(Fate.SKIPPED)).isOne();
        assertThat(tally.reasons()).isEqualTo(Map.of(Reason.MISFIRE, 1));
    }
}
