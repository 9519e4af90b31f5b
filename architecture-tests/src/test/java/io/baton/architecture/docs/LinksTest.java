package io.baton.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.architecture.Root;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Relative links lead to files of the project. */
final class LinksTest {
    @ParameterizedTest
    @MethodSource("pages")
    void every_relative_link_leads_to_a_file(String path) {
        assertThat(Page.of(path).links()).as(path).allMatch(link -> leadsSomewhere(path, link));
    }

    @Test
    void both_readmes_and_the_guide_are_looked_at() {
        assertThat(pages())
                .contains("README.md", "README.zh-CN.md", "docs/mission.md", "docs/decisions/README.md")
                .hasSizeGreaterThan(15);
    }

    @Test
    void a_link_to_nowhere_is_noticed() {
        assertThat(leadsSomewhere("docs/mission.md", "../README.md")).isTrue();
        assertThat(leadsSomewhere("docs/mission.md", "README.md")).isFalse();
        assertThat(leadsSomewhere("docs/mission.md", "../README.md#no-such-heading"))
                .isFalse();
        assertThat(new Page("x.md", "see [a](b.md)\n```\n[c](d.md)\n```\n").links())
                .containsExactly("b.md");
    }

    private static boolean leadsSomewhere(String from, String link) {
        if (link.startsWith("https://")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path page = Root.at(from);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean inside = target.startsWith(Root.at("")) && Files.exists(target);
        return inside && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** As code forges make them of headings: lower case, blanks to hyphens, punctuation dropped. */
    private static List<String> anchors(Path page) {
        String path = Root.at("").relativize(page).toString();
        return Page.of(path).sections().stream()
                .map(section -> section.heading().replaceFirst("^#+ ", ""))
                .map(heading -> heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(heading -> heading.replace(' ', '-'))
                .toList();
    }

    static List<String> pages() {
        return Page.all().stream().map(Page::path).toList();
    }
}
