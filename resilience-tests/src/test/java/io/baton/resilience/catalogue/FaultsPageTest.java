package io.baton.resilience.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/faults.md has every row of the catalogue under its words, and no other. */
class FaultsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "faults.md");
    private static final Pattern LINE = Pattern.compile("\\| (T-\\w+)[ ★¹²]* \\| ([^|]+) \\| ([^|]+) \\|.*");
    private static final int COLUMNS = 7;

    @Test
    void page_and_code_have_the_same_rows_under_the_same_words() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (String line : lines()) {
            Matcher row = LINE.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            assertThat(told.put(row.group(1), row.group(2)))
                    .as("rows of " + row.group(1))
                    .isNull();
        }

        Map<String, String> played = Catalogue.rows().stream().collect(Collectors.toMap(FaultRow::id, FaultRow::title));

        assertThat(told).isEqualTo(new TreeMap<>(played));
    }

    @Test
    void every_row_of_the_page_says_what_is_promised_and_what_was_seen() throws IOException {
        assertThat(lines())
                .allSatisfy(line -> assertThat(
                                line.substring(2, line.length() - 2).split(" \\| "))
                        .hasSize(COLUMNS)
                        .noneMatch(String::isBlank));
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| T-"))
                .toList();
    }
}
