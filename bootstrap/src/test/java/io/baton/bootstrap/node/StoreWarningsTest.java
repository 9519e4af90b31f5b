package io.baton.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.port.StoreWarning;
import io.baton.domain.port.StoreWarning.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreWarningsTest {
    private static final StoreWarning EVICTION = new StoreWarning(Kind.EVICTION, "it may throw keys away");

    private long now;
    private List<StoreWarning> told = List.of(EVICTION);
    private int asked;

    private List<StoreWarning> ask() {
        asked++;
        return told;
    }

    @Test
    void a_store_is_asked_anew_once_a_minute_at_most() {
        StoreWarnings warnings = new StoreWarnings(() -> now);
        warnings.add("redis", this::ask);
        warnings.add("database", List::of);
        told = List.of();

        now = Duration.ofSeconds(59).toNanos();
        assertThat(warnings.all()).containsExactly(EVICTION);
        assertThat(warnings.of("redis")).containsExactly(EVICTION);
        assertThat(warnings.of("database")).isEmpty();
        assertThat(asked).isEqualTo(1);

        now = Duration.ofSeconds(60).toNanos();
        assertThat(warnings.all()).isEmpty();
        assertThat(asked).isEqualTo(2);
    }
}
