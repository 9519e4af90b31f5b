package io.baton.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.redis.RedisKeys.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key table of the documentation is the one in code, and every script says what it needs. */
final class DocumentationTest {

    @Test
    void docs_redis_md_holds_the_table_of_keys_row_by_row() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "redis.md"));
        int head = lines.indexOf("| key | type | owner | bound | ends by |");

        List<String> rows = lines.stream()
                .skip(head + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(head).isNotNegative();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Kind::row).toList());
    }

    @Test
    void every_script_has_a_header_that_names_keys_arguments_reply_and_cost() {
        for (Script script : Script.values()) {
            String header = script.text()
                    .lines()
                    .takeWhile(line -> line.startsWith("--"))
                    .reduce("", (all, line) -> all + line + "\n");
            assertThat(header).as(script.name()).contains("-- KEYS 1", "-- ARGV 1", "-- Reply: ", "-- Cost: ");
        }
    }

    @Test
    void no_name_of_a_kind_can_be_taken_for_one_of_another() {
        for (Kind one : Kind.values()) {
            for (Kind other : Kind.values()) {
                boolean clash = one != other
                        && one.pattern().contains("<")
                        && other.stem().startsWith(one.stem());
                assertThat(clash).as(one + " and " + other).isFalse();
            }
        }
    }
}
