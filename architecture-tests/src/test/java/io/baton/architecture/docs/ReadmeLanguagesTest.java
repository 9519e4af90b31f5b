package io.baton.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The two READMEs are one page in two languages. Headings are translated, so what is compared is what a translation
 * leaves alone: their levels, and per section the commands, the links, the numbers in its words, and the number of rows of its tables.
 */
final class ReadmeLanguagesTest {
    private final List<Page> english = Page.of("README.md").sections();
    private final List<Page> chinese = Page.of("README.zh-CN.md").sections();

    @Test
    void headings_have_the_same_levels_in_the_same_order() {
        assertThat(chinese)
                .extracting(section -> section.heading().replaceFirst("^(#*).*", "$1"))
                .hasSizeGreaterThan(10)
                .isEqualTo(each(english, section -> section.heading().replaceFirst("^(#*).*", "$1")));
    }

    @Test
    void sections_have_the_same_commands() {
        assertThat(each(chinese, section -> section.code("sh")))
                .isEqualTo(each(english, section -> section.code("sh")));
    }

    @Test
    void sections_have_the_same_links() {
        // The line that leads to the other language stands above the first section of text.
        assertThat(each(tail(chinese), section -> section.links()))
                .isEqualTo(each(tail(english), section -> section.links()));
    }

    @Test
    void tables_have_as_many_rows_and_columns() {
        assertThat(each(chinese, ReadmeLanguagesTest::shape)).isEqualTo(each(english, ReadmeLanguagesTest::shape));
    }

    @Test
    void sections_name_the_same_numbers() {
        assertThat(chinese).hasSameSizeAs(english);
        for (int n = 0; n < english.size(); n++) {
            assertThat(chinese.get(n).numbers())
                    .as(english.get(n).heading())
                    .isEqualTo(english.get(n).numbers());
        }
    }

    private static List<Integer> shape(Page section) {
        return section.rows().stream().map(List::size).toList();
    }

    private static List<Page> tail(List<Page> sections) {
        return sections.subList(2, sections.size());
    }

    private static <T> List<T> each(List<Page> sections, Function<Page, T> what) {
        return sections.stream().map(what).toList();
    }
}
