package io.baton.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class JobKeyTest {
    @Test
    void a_key_is_read_and_written_alike() {
        assertThat(JobKey.parse("DEMO.greet"))
                .isEqualTo(new JobKey("DEMO", "greet"))
                .hasToString("DEMO.greet");
        assertThat(JobKey.parse("greet"))
                .isEqualTo(new JobKey("DEFAULT", "greet"))
                .hasToString("DEFAULT.greet");
        assertThat(JobKey.parse("a-_9.B" + "x".repeat(99)).name()).hasSize(100);
    }

    @Test
    void case_matters() {
        assertThat(JobKey.parse("DEMO.greet")).isNotEqualTo(JobKey.parse("DEMO.Greet"));
        assertThat(JobKey.parse("DEMO.greet")).isNotEqualByComparingTo(JobKey.parse("demo.greet"));
    }

    @Test
    void what_is_no_key_is_refused_by_its_part() {
        for (String wrong :
                new String[] {"", ".", "a.", ".b", "a.b.c", "a b.c", "a.b c", "ä.b", "a/b", "a.b@1", "a.b\n", "a.b~1"
                }) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> JobKey.parse(wrong));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobKey.parse("G." + "x".repeat(5000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300).contains("job name"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobKey.parse("x".repeat(101) + ".a"))
                .withMessageContaining("job group");
    }

    @Test
    void keys_are_sorted_by_group_and_then_by_name() {
        assertThat(JobKey.parse("A.z")).isLessThan(JobKey.parse("B.a"));
        assertThat(JobKey.parse("A.a")).isLessThan(JobKey.parse("A.b"));
    }
}
