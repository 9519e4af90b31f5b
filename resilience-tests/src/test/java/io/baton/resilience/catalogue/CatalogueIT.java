package io.baton.resilience.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.checker.Kind;
import io.baton.resilience.checker.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows on two stages, one after the other, so that each fault meets what the one before it left behind. */
@Tag("minutes")
class CatalogueIT {
    /** Some 18 tasks a second, for at least a second a row. */
    private static final int TASKS = 18;

    @Test
    void all_rules_hold_when_processes_die_or_stand_still_and_two_are_master() throws IOException {
        holds("processes", "T-K2", "T-K5", "T-K6", "T-S2", "T-M1", "T-U1");
    }

    @Test
    void all_rules_hold_when_servers_are_emptied_unreachable_or_stopped_and_messages_are_poison() throws IOException {
        holds("servers", "T-R3", "T-R5b", "T-D1", "T-P1");
    }

    private static void holds(String name, String... ids) throws IOException {
        List<FaultRow> rows = Catalogue.chosen(List.of(ids));
        assertThat(rows).hasSize(ids.length);

        Measured measured = Catalogue.play(FaultRow.together(name, rows));
        Verdict verdict = measured.verdict();

        assertThat(verdict.violations()).as(verdict.words()).isEmpty();
        assertThat(verdict.counts().of(Kind.CLAIMED)).as(verdict.words()).isGreaterThan(TASKS * ids.length);
        assertThat(measured.shown()).as("rows whose faults were felt").contains(ids);
    }
}
