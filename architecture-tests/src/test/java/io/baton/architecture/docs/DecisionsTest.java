package io.baton.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of {@code docs/decisions} has its parts, names the test that holds it, and is listed. */
final class DecisionsTest {
    private static final List<String> PARTS =
            List.of("**Context.**", "**Decision.**", "**Consequences.**", "**Held by**");

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_names_a_test_that_exists(String path) {
        String text = Page.of(path).text();

        assertThat(text).as(path).contains(PARTS);
        assertThat(NamedTests.in(text.substring(text.indexOf("**Held by**"))))
                .as(path)
                .isNotEmpty()
                .allMatch(NamedTests::exists);
    }

    @Test
    void the_list_has_every_decision_and_no_other() {
        assertThat(Page.of("docs/decisions/README.md").links().stream().map(link -> "docs/decisions/" + link))
                .containsExactlyElementsOf(decisions());
    }

    static List<String> decisions() {
        return Page.all().stream()
                .map(Page::path)
                .filter(path -> path.matches("docs/decisions/\\d{4}-.*\\.md"))
                .toList();
    }
}
