package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.AuditEntry;
import io.baton.domain.port.AuditLog.Filter;
import io.baton.domain.port.AuditLog.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code AuditLog}: who changed what. */
public abstract class AuditLogContract extends WhatContract {
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00.123Z");

    private AuditEntry appended(int number, String who, String action, String subject) {
        AuditEntry entry = new AuditEntry(
                "180000000000" + number + "-x",
                NOON.plusSeconds(number),
                new AuditEntry.Actor(who, "127.0.0.1"),
                new AuditEntry.Deed(action, subject, "", "{\"ü\": \"" + "x".repeat(AuditEntry.LONGEST) + "\"}"));
        first().office().audit().append(entry);
        return entry;
    }

    private List<AuditEntry> found(Filter filter) {
        return second().office().audit().search(new Query(filter, Optional.empty(), 100));
    }

    @Test
    void B1_an_entry_is_found_as_it_was_appended() {
        AuditEntry entry = appended(1, "ann", "job.update", "DEMO.x");

        assertThat(found(Filter.ALL)).containsExactly(entry);
    }

    @Test
    void B2_pages_lead_from_the_newest_to_the_oldest() {
        AuditEntry one = appended(1, "ann", "job.create", "DEMO.x");
        AuditEntry two = appended(2, "bob", "job.update", "DEMO.x");
        AuditEntry three = appended(3, "ann", "user.create", "bob");

        List<AuditEntry> page = second().office().audit().search(new Query(Filter.ALL, Optional.empty(), 2));
        assertThat(page).containsExactly(three, two);
        assertThat(second().office().audit().search(new Query(Filter.ALL, Optional.of(two.id()), 2)))
                .containsExactly(one);
    }

    @Test
    void B2_each_part_of_a_filter_narrows_the_search() {
        AuditEntry one = appended(1, "ann", "job.create", "DEMO.x");
        AuditEntry two = appended(2, "bob", "job.update", "DEMO.y");
        AuditEntry three = appended(3, "ann", "jobs.apply", "");

        assertThat(found(new Filter(Optional.of("ann"), Optional.empty(), Optional.empty())))
                .containsExactly(three, one);
        assertThat(found(new Filter(Optional.empty(), Optional.of("job"), Optional.empty())))
                .containsExactly(two, one);
        assertThat(found(new Filter(Optional.empty(), Optional.of("job.update"), Optional.empty())))
                .containsExactly(two);
        assertThat(found(new Filter(Optional.empty(), Optional.empty(), Optional.of("DEMO.y"))))
                .containsExactly(two);
    }

    @Test
    void purging_takes_the_old_ones_in_pieces() {
        AuditEntry one = appended(1, "ann", "job.create", "DEMO.x");
        AuditEntry two = appended(2, "ann", "job.create", "DEMO.y");
        AuditEntry three = appended(3, "ann", "job.create", "DEMO.z");

        assertThat(second().office().audit().purge(three.at(), 1)).isEqualTo(1);
        assertThat(found(Filter.ALL)).containsExactly(three, two).doesNotContain(one);
        assertThat(second().office().audit().purge(three.at(), 5)).isEqualTo(1);
        assertThat(second().office().audit().purge(three.at(), 5)).isZero();
    }
}
