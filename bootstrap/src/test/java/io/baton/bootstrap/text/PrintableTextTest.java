package io.baton.bootstrap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void line_breaks_and_escape_sequences_become_visible() {
        assertThat(PrintableText.of("a\r\nb\tc\u001b[31md\u0000\u0085"))
                .isEqualTo("a\\r\\nb\\tc\\u001b[31md\\u0000\\u0085");
    }

    @Test
    void line_separators_and_direction_overrides_become_visible() {
        assertThat(PrintableText.of("a\u2028b\u202ec\u2066")).isEqualTo("a\\u2028b\\u202ec\\u2066");
    }

    @Test
    void ordinary_text_of_any_script_stays_as_it_is() {
        String text = "打个招呼 – größer, 😀";

        assertThat(PrintableText.of(text)).isSameAs(text);
    }
}
