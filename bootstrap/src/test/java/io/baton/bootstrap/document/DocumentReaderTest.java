package io.baton.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    private final DocumentReader reader = DocumentReader.typed();

    @Test
    void yaml_scalars_become_what_they_look_like() {
        Map<String, Object> tree = reader.read("""
                text: hello
                quoted: "42"
                whole: 42
                long: 4200000000
                huge: 123456789012345678901234567890
                decimal: 2.0
                yes: true
                nothing: null
                empty:
                list: [1, two, false]
                """);

        assertThat(tree)
                .containsEntry("text", "hello")
                .containsEntry("quoted", "42")
                .containsEntry("whole", 42)
                .containsEntry("long", 4_200_000_000L)
                .containsEntry("huge", new BigInteger("123456789012345678901234567890"))
                .containsEntry("decimal", 2.0)
                .containsEntry("yes", true)
                .containsEntry("nothing", null)
                .containsEntry("empty", null)
                .containsEntry("list", List.of(1, "two", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01",
                "2027-01-01T00:00:00Z",
                "12:30:45",
                "yes",
                "on",
                "007",
                "0x1F",
                "1_000",
                ".inf",
                "30s"
            })
    void what_older_yaml_would_convert_stays_text(String text) {
        assertThat(reader.read("a: " + text)).containsEntry("a", text);
    }

    @Test
    void json_and_yaml_of_the_same_content_give_the_same_tree() {
        String json = "{\"jobs\":[{\"name\":\"A.b\",\"data\":{\"n\":1,\"x\":null,\"d\":1.5,\"t\":\"\\u4f60\"}}]}";
        String yaml = "jobs:\n  - name: A.b\n    data: {n: 1, x: null, d: 1.5, t: 你}\n";

        assertThat(reader.read(json)).isEqualTo(reader.read(yaml));
    }

    @Test
    void json_indented_with_tabs_and_yaml_in_braces_are_both_read() {
        assertThat(reader.read("{\n\t\"a\":\t1\n}")).isEqualTo(Map.of("a", 1));
        assertThat(reader.read("{a: 1, b: [x]}")).isEqualTo(Map.of("a", 1, "b", List.of("x")));
    }

    @Test
    void maps_keep_the_order_of_the_text() {
        assertThat(reader.read("z: 1\na: 2\nm: 3").keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void an_empty_text_is_an_empty_map() {
        assertThat(reader.read("")).isEmpty();
        assertThat(reader.read("# nothing but a remark\n")).isEmpty();
    }

    @Test
    void aliases_and_merge_keys_are_expanded() {
        Map<String, Object> tree = reader.read("""
                base: &base { a: 1, b: 2 }
                derived: { <<: *base, b: 3 }
                same: *base
                """);

        assertThat(tree).containsEntry("derived", Map.of("a", 1, "b", 3)).containsEntry("same", Map.of("a", 1, "b", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\na: 2", "{\"a\": 1, \"a\": 2}", "x: {a: 1, a: 2}"})
    void duplicate_keys_are_refused_with_their_place(String text) {
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("a")
                .hasMessageContaining("line ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x/\"]]]]",
                "a: !custom 1",
                "a: !!binary aGVsbG8=",
                "a: !!timestamp 2001-01-01",
                "!!java.util.HashMap {a: 1}",
                "a: !!int hello",
            })
    void tags_are_refused(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(DocumentException.class);
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 8; i++) {
            String[] nine = new String[9];
            Arrays.fill(nine, "*a" + (i - 1));
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", nine) + "]\n");
        }

        assertThatThrownBy(() -> reader.read(bomb.toString())).isInstanceOf(DocumentException.class);
    }

    @Test
    void few_aliases_that_multiply_are_refused_by_the_count_of_values() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i <= 24; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }

        assertThatThrownBy(() -> reader.read(bomb.toString()))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("aliases that multiply");
    }

    @Test
    void an_escape_whose_digits_are_missing_is_refused() {
        for (String text : List.of("\"\\x", "a: \"\\u12", "a: \"\\UFFFFFFFF\"")) {
            assertThatThrownBy(() -> reader.read(text)).as(text).isInstanceOf(DocumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [*a]",
                "a: [1",
                "{\"a\": ",
                "- 1\n- 2",
                "[1, 2]",
                "just text",
                "a: 1\n---\nb: 2",
                "a:\n\t- b",
                "{\"a\":1} x"
            })
    void what_is_no_document_is_refused(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(DocumentException.class);
    }

    @Test
    void deep_nesting_is_refused_in_both_forms() {
        assertThatThrownBy(() -> reader.read("a: " + "[".repeat(5000))).isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> reader.read("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void the_tree_cannot_be_changed() {
        Map<String, Object> tree = reader.read("a: {b: 1}");

        assertThatThrownBy(() -> tree.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_textual_reader_leaves_scalars_as_they_were_written() {
        assertThat(DocumentReader.textual().read("a: 1e5\nb: 0.80\nc: true\nd:\n"))
                .isEqualTo(Map.of("a", "1e5", "b", "0.80", "c", "true", "d", ""));
    }

    @Test
    void a_file_is_read_as_utf8_with_or_without_a_byte_order_mark(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), "\ufefftitle: 打个招呼");
        Path latin1 = Files.write(folder.resolve("b.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});

        assertThat(reader.read(file)).containsEntry("title", "打个招呼");
        assertThatThrownBy(() -> reader.read(latin1)).hasMessageContaining("not UTF-8");
    }
}
