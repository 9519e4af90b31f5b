package io.baton.bootstrap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {
    @Test
    void lines_break_at_spaces_before_the_width() {
        assertThat(FoldedText.of("one two three four", "  ", 11)).isEqualTo("  one two\n  three\n  four\n");
    }

    @Test
    void a_word_longer_than_the_width_has_a_line_of_its_own() {
        assertThat(FoldedText.of("a verylongword b", "", 5)).isEqualTo("a\nverylongword\nb\n");
    }
}
