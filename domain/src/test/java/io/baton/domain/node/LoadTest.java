package io.baton.domain.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoadTest {
    @Test
    void load_is_the_greater_of_work_and_cpu_clipped() {
        assertThat(Load.of(2, 8, 0.1)).isEqualTo(0.25);
        assertThat(Load.of(2, 8, 0.9)).isEqualTo(0.9);
        assertThat(Load.of(20, 8, 0.1)).isEqualTo(1.0);
        assertThat(Load.of(0, 8, 1.7)).isEqualTo(1.0);
        assertThat(Load.of(0, 8, -1.0)).isEqualTo(0.0);
    }

    @Test
    void a_cpu_share_that_is_no_number_counts_as_nothing() {
        assertThat(Load.of(0, 1, Double.NaN)).isEqualTo(0.0);
        assertThat(Load.of(1, 2, Double.NaN)).isEqualTo(0.5);
    }
}
