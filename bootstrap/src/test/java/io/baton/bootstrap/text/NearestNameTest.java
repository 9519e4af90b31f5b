package io.baton.bootstrap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void the_name_with_the_fewest_edits_is_meant() {
        assertThat(NearestName.of("baton.redis.url", List.of("baton.db.url", "baton.redis.uri", "baton.redis.mode")))
                .contains("baton.redis.uri");
    }

    @Test
    void of_equally_near_names_the_first_in_the_alphabet_is_meant() {
        assertThat(NearestName.of("c", List.of("b", "a"))).contains("a");
    }

    @Test
    void without_known_names_there_is_none_and_no_question() {
        assertThat(NearestName.of("x", List.of())).isEmpty();
        assertThat(NearestName.question("x", List.of())).isEmpty();
    }

    @Test
    void distance_counts_insertions_deletions_and_replacements() {
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
        assertThat(NearestName.distance("same", "same")).isZero();
    }
}
