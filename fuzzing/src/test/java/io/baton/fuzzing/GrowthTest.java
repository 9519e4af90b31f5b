package io.baton.fuzzing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class GrowthTest {
    /** What work adds up, so that it cannot be left out as having no effect. */
    private static final AtomicLong SUM = new AtomicLong();

    @Test
    void work_that_grows_with_its_input_passes() {
        assertThatNoException().isThrownBy(() -> Growth.isLinear(200_000, "x"::repeat, GrowthTest::once));
    }

    @Test
    void work_that_grows_with_the_square_of_its_input_is_found() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Growth.isLinear(1500, "x"::repeat, text -> {
                    for (int i = 0; i < text.length(); i++) {
                        once(text);
                    }
                }))
                .withMessageContaining("grows faster");
    }

    private static void once(String text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i);
        }
        SUM.addAndGet(sum);
    }
}
