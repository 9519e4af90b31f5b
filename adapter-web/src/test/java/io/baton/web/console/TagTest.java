package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TagTest {
    @Test
    void text_and_values_are_escaped() {
        String html = Tag.of("p")
                .with("title", "\"><script>alert('1')</script>")
                .text("<b>&amp;</b> '\"")
                .string();

        assertThat(html)
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\">"
                        + "&lt;b&gt;&amp;amp;&lt;/b&gt; &#39;&quot;</p>");
    }

    @Test
    void what_could_forge_the_look_of_a_text_is_shown_as_a_mark() {
        assertThat(Html.text("a\u202eb\u0000c\u001b[31m\n\t").string()).isEqualTo("a\ufffdb\ufffdc\ufffd[31m\n\t");
    }

    @Test
    void an_address_leads_to_this_site() {
        for (String away :
                new String[] {"https://elsewhere", "//elsewhere", "javascript:alert(1)", "data:text/html,x"}) {
            assertThat(Tag.of("a").with("href", away).string()).as(away).isEqualTo("<a href=\"/\"></a>");
        }
        assertThat(Tag.of("a").with("href", "/jobs?q=a&b").string()).isEqualTo("<a href=\"/jobs?q=a&amp;b\"></a>");
    }

    @Test
    void no_attribute_is_a_script_or_a_style_and_no_name_is_made_of_data() {
        assertThatThrownBy(() -> Tag.of("a").with("onclick", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tag.of("a").with("style", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tag.of("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tag.of("a").with("x y", "z")).isInstanceOf(IllegalArgumentException.class);
    }
}
