package io.baton.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PropertyTest {
    private static final Generator<List<Integer>> NUMBERS = choices -> choices.listOf(20, c -> c.below(1000));

    @Test
    void a_property_that_holds_is_tried_with_every_case() {
        List<Integer> tried = new ArrayList<>();

        Property.of(choices -> choices.below(10), tried::add).holds(1, 500);

        assertThat(tried).hasSize(500).contains(0, 9).allMatch(n -> n >= 0 && n < 10);
    }

    @Test
    void the_same_seed_makes_the_same_values() {
        assertThat(NUMBERS.make(Choices.seeded(7))).isEqualTo(NUMBERS.make(Choices.seeded(7)));
        assertThat(Texts.any(50).make(Choices.seeded(7)))
                .isNotEqualTo(Texts.any(50).make(Choices.seeded(8)));
    }

    @Test
    void a_value_that_fails_is_shrunk_to_the_simplest_that_does() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.of(
                                NUMBERS, numbers -> assertThat(numbers).allMatch(n -> n < 500))
                        .holds(3, 1000))
                .withMessageContaining("it does not hold for \"[500]\"")
                .withMessageContaining("-Dbaton.fuzz.seed=");
    }

    @Test
    void a_text_is_shrunk_to_the_one_character_that_matters() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.of(
                                Texts.any(60), text -> assertThat(text).doesNotContain("\0"))
                        .holds(3, 5000))
                .withMessageContaining("it does not hold for \"\\u0000\"");
    }

    @Test
    void any_exception_and_a_stack_overflow_are_failures() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.of(NUMBERS, numbers -> {
                            throw new java.io.IOException("no");
                        })
                        .holds(1, 1))
                .withMessageContaining("\"[]\"")
                .withMessageContaining("java.io.IOException: no");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.of(NUMBERS, numbers -> endless(0)).holds(1, 1))
                .withMessageContaining("StackOverflowError");
    }

    @Test
    void shrinking_ends_also_when_the_check_is_not_repeatable() {
        int[] times = {0};

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.of(
                                NUMBERS, numbers -> assertThat(times[0]++).isPositive())
                        .holds(1, 1))
                .withMessageContaining("not repeatable");
    }

    private static int endless(int depth) {
        return depth < 0 ? 0 : endless(Math.abs(depth + 1)) + 1;
    }
}
