package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedTest {
    private static final Caller ANN = new Caller("ann", Rights.ADMIN, "here");
    private static final Caller BOB = new Caller("bob", Rights.ADMIN, "there");
    private static final Caller VIC = new Caller("vic", new Rights(Role.VIEWER, new Scope(Set.of("A"))), "here");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final Shared<String> shared = new Shared<>(
            Duration.ofSeconds(1), who -> who.rights().words() + " " + reads.incrementAndGet(), nanos::get);

    @Test
    void those_who_may_see_the_same_get_the_same_while_it_is_fresh() {
        assertThat(shared.of(ANN)).isEqualTo("admin 1");
        nanos.addAndGet(999_999_999);
        assertThat(shared.of(BOB)).isEqualTo("admin 1");
        nanos.addAndGet(1);
        assertThat(shared.of(BOB)).isEqualTo("admin 2");
    }

    @Test
    void who_may_see_less_gets_what_was_read_for_such() {
        assertThat(shared.of(ANN)).isEqualTo("admin 1");
        assertThat(shared.of(VIC)).isEqualTo("viewer of A 2");
    }

    @Test
    void what_could_not_be_read_is_tried_again() {
        Shared<String> failing = new Shared<>(
                Duration.ofSeconds(1),
                who -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new IllegalStateException("no answer");
                    }
                    return "read";
                },
                nanos::get);

        assertThatThrownBy(() -> failing.of(ANN)).hasMessage("no answer");
        assertThat(failing.of(ANN)).isEqualTo("read");
    }
}
