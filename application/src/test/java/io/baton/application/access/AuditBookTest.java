package io.baton.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.Surroundings;
import io.baton.domain.access.AuditEntry;
import io.baton.domain.access.Rights;
import io.baton.domain.port.AuditLog;
import io.baton.memory.MemoryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditBookTest {
    private static final Clock STOPPED = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);

    private int chance = 100;
    private final AuditBook book = new AuditBook(
            new MemoryDatabase(STOPPED).connect().audit(),
            new Surroundings(STOPPED, () -> 0, () -> 0.5, () -> Integer.toString(chance--)));

    @Test
    void deeds_of_one_millisecond_keep_their_order() {
        Caller admin = new Caller("ann", Rights.ADMIN, "here");

        IntStream.range(0, 50).forEach(n -> book.enter(admin, new AuditEntry.Deed("job.pause", "G.j" + n, "", "")));

        List<String> newestFirst =
                book.read(admin, new AuditLog.Query(AuditLog.Filter.ALL, Optional.empty(), 100)).stream()
                        .map(entry -> entry.deed().subject())
                        .toList();
        assertThat(newestFirst)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(n -> "G.j" + (49 - n)).toList());
    }
}
