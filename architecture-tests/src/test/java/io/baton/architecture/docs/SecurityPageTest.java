package io.baton.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.architecture.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security-requirements.md}: no cell is empty, and each test that it names is there. */
final class SecurityPageTest {
    /** {@code Class}, {@code Class.method}, or {@code \u2026method} of the class that was named last. */
    private static final Pattern NAMED =
            Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT|Contract))(?:\\.(\\w+))?|\u2026(\\w+))`");

    private final List<List<String>> rows = Page.of("docs/security-requirements.md").rows().stream()
            .filter(row -> row.get(0).startsWith("S-"))
            .toList();

    @Test
    void no_cell_is_empty() {
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row).hasSize(3).noneMatch(String::isBlank));
    }

    @Test
    void every_test_that_it_names_is_there() {
        List<String> missing = new ArrayList<>();
        for (List<String> row : rows) {
            String type = "";
            for (MatchResult named : NAMED.matcher(row.get(2)).results().toList()) {
                type = Optional.ofNullable(named.group(1)).orElse(type);
                String method = Optional.ofNullable(named.group(2)).orElse(named.group(3));
                if (!isThere(type, Optional.ofNullable(method))) {
                    missing.add(row.get(0) + " " + type + " " + method);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void what_is_not_there_is_noticed() {
        assertThat(isThere("SecurityPageTest", Optional.of("what_is_not_there_is_noticed")))
                .isTrue();
        assertThat(isThere("SecurityPageTest", Optional.of("what_is_there"))).isFalse();
        assertThat(isThere("NoSuchPageTest", Optional.empty())).isFalse();
    }

    private static boolean isThere(String type, Optional<String> method) {
        return Root.modules().stream()
                .flatMap(module -> Stream.of(module + "/src/test/java", module + "/src/main/java"))
                .map(Root::at)
                .filter(Files::isDirectory)
                .flatMap(folder -> named(folder, type + ".java").stream())
                .anyMatch(text ->
                        method.map(name -> text.contains("void " + name + "(")).orElse(true));
    }

    private static List<String> named(Path folder, String file) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path found : files.filter(path -> path.endsWith(file)).toList()) {
                texts.add(Files.readString(found));
            }
            return texts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
