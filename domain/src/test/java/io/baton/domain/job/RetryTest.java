package io.baton.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RetryTest {
    private static final Duration S5 = Duration.ofSeconds(5);
    private static final Duration M5 = Duration.ofMinutes(5);

    @Test
    void the_delay_grows_by_its_factor_up_to_its_bound() {
        Retry retry = new Retry(10, S5, 2.0, Duration.ofSeconds(15));

        assertThat(retry.delayAfter(1)).isEqualTo(S5);
        assertThat(retry.delayAfter(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(retry.delayAfter(3)).isEqualTo(Duration.ofSeconds(15));
        assertThat(retry.delayAfter(4)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void the_delay_of_the_last_of_very_many_attempts_is_the_bound() {
        assertThat(new Retry(1000, S5, 100.0, M5).delayAfter(999)).isEqualTo(M5);
        assertThat(new Retry(1000, Duration.ZERO, 100.0, M5).delayAfter(999)).isEqualTo(Duration.ZERO);
        assertThat(Retry.NONE.delayAfter(1)).isEqualTo(Duration.ZERO);
    }

    @Test
    void attempts_count_the_first_too() {
        assertThat(new Retry(3, S5, 1.0, S5).follows(2)).isTrue();
        assertThat(new Retry(3, S5, 1.0, S5).follows(3)).isFalse();
        assertThat(Retry.NONE.follows(1)).isFalse();
    }

    @Test
    void what_is_out_of_range_is_refused_by_its_name() {
        refused("retry.attempts", () -> new Retry(0, S5, 1.0, S5));
        refused("retry.attempts", () -> new Retry(1001, S5, 1.0, S5));
        refused("retry.delay", () -> new Retry(2, Duration.ofMillis(-1), 1.0, S5));
        refused("retry.factor", () -> new Retry(2, S5, 0.99, S5));
        refused("retry.factor", () -> new Retry(2, S5, Double.NaN, S5));
        refused("retry.max-delay", () -> new Retry(2, S5, 1.0, Duration.ofSeconds(4)));
        refused("retry.max-delay", () -> new Retry(2, S5, 1.0, Duration.ofDays(31)));
    }

    private static void refused(String name, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(name);
    }
}
