package io.baton.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LabelsTest {
    @Test
    void labels_are_read_with_free_spaces_and_written_sorted() {
        assertThat(Labels.parse(" zone = a , gpu=yes ").values()).isEqualTo(Map.of("zone", "a", "gpu", "yes"));
        assertThat(Labels.parse("zone=a,gpu=yes")).hasToString("gpu=yes,zone=a");
        assertThat(Labels.parse("")).isEqualTo(Labels.NONE);
        assertThat(Labels.parse("  ")).isEqualTo(Labels.NONE);
    }

    @Test
    void what_is_no_label_is_refused() {
        for (String wrong :
                new String[] {"zone", "zone=", "=a", "zone=a,", ",zone=a", "zone=a b", "zone==a", "zone=ä"}) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Labels.parse(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Labels.parse("zone=" + "a".repeat(64)));
    }

    @Test
    void thirty_two_labels_are_the_most() {
        assertThat(many(32).values()).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> many(33));
    }

    private static Labels many(int count) {
        return Labels.parse(
                IntStream.range(0, count).mapToObj(i -> "l" + i + "=v").collect(Collectors.joining(",")));
    }

    @Test
    void labels_satisfy_those_that_they_hold_with_the_same_value() {
        Labels node = Labels.parse("zone=a,gpu=yes");

        assertThat(node.satisfy(Labels.NONE)).isTrue();
        assertThat(node.satisfy(Labels.parse("zone=a"))).isTrue();
        assertThat(node.satisfy(node)).isTrue();
        assertThat(node.satisfy(Labels.parse("zone=b"))).isFalse();
        assertThat(node.satisfy(Labels.parse("zone=A"))).isFalse();
        assertThat(node.satisfy(Labels.parse("zone=a,disk=ssd"))).isFalse();
        assertThat(Labels.NONE.satisfy(node)).isFalse();
    }
}
