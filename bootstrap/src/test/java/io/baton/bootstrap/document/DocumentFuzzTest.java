package io.baton.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.fuzzing.AskedClasses;
import io.baton.fuzzing.AttackStrings;
import io.baton.fuzzing.Generator;
import io.baton.fuzzing.Growth;
import io.baton.fuzzing.JsonTexts;
import io.baton.fuzzing.Property;
import io.baton.fuzzing.Texts;
import io.baton.fuzzing.Tripwire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Job files and config files as texts: a tree or a refusal with its place, in time that grows with the text. */
final class DocumentFuzzTest {
    private static final long SEED = 20_261_126;
    private static final List<String> PIECES = List.of(
            "jobs:",
            "\n",
            "\n  ",
            "- ",
            "name: ",
            "A.b",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "&a ",
            "*a",
            "<<: ",
            "!!",
            "!x ",
            "|\n",
            ">\n",
            "? ",
            "# ",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            ": ",
            ",",
            "\\x",
            "null",
            "~",
            "1e5",
            "007",
            "\t");
    private static final String FILE = """
            jobs:
              - name: DEMO.greet
                title: 打个招呼
                tags: [a, "b c"]
                target: 'demoTask.greet("hello", 42)'
                schedule: { cron: "0/5 * * * * ?", zone: Asia/Shanghai }
                data: &d { n: 1, list: [1, 2.5, null, true] }
              - { name: DEMO.other, target: a.b, schedule: { every: 30s }, data: *d }
            """;

    @Test
    void every_text_is_a_tree_or_is_refused_in_few_words() {
        Property.of(Texts.any(60), DocumentFuzzTest::isReadOrRefused).holds(SEED, 10_000);
        Property.of(Texts.of(30, PIECES), DocumentFuzzTest::isReadOrRefused).holds(SEED, 20_000);
        Property.of(nearFiles(), DocumentFuzzTest::isReadOrRefused).holds(SEED, 20_000);
    }

    @Test
    void an_object_in_json_is_read_whatever_is_in_it() {
        Generator<String> objects = choices -> "{\"x\":" + JsonTexts.value(6).make(choices) + "}";

        Property.of(
                        objects,
                        text -> assertThat(DocumentReader.typed().read(text)).containsOnlyKeys("x"))
                .holds(SEED, 20_000);
    }

    @Test
    void most_refusals_of_a_broken_file_tell_line_and_column_inside_it() {
        int[] refusals = {0, 0};
        Property.of(
                        nearFiles(),
                        text -> refusal(text).ifPresent(why -> {
                            refusals[0]++;
                            refusals[1] += why.matches("(?s).*\\(line \\d+, column \\d+\\)") ? 1 : 0;
                        }))
                .holds(SEED, 5000);

        assertThat(refusals[0]).isGreaterThan(1000);
        assertThat((double) refusals[1] / refusals[0]).isGreaterThan(0.9);
    }

    @Test
    void no_attack_string_loads_a_class() throws Exception {
        List<String> asked = AskedClasses.during(() -> AttackStrings.all().forEach(DocumentFuzzTest::isReadOrRefused));

        assertThat(asked).noneMatch(name -> AttackStrings.all().stream().anyMatch(text -> text.contains(name)));
        assertThat(System.getProperty(Tripwire.PROPERTY)).isNull();
        assertThat(AttackStrings.all().stream().filter(text -> text.contains("!!")))
                .hasSizeGreaterThan(6)
                .allMatch(text -> refusal(text).isPresent());
    }

    @Test
    void reading_takes_time_that_grows_with_the_text() {
        grows(n -> "jobs:\n" + "  - { name: A.b, target: a.b, schedule: { manual: true } }\n".repeat(n / 60));
        grows(n -> "a: \"" + "x".repeat(n) + "\"");
        grows(n -> "a: '" + "''".repeat(n / 2) + "'");
        grows(n -> "a: |\n" + "  line\n".repeat(n / 7));
        grows(n -> "a:\n" + " word\n".repeat(n / 6));
        grows(n -> "[".repeat(n));
        grows(n -> "{a: ".repeat(n / 4));
        grows(n -> "- ".repeat(n / 2));
        grows(n -> "? ".repeat(n / 2));
        grows(n -> "#".repeat(n) + "\na: 1");
        grows(n -> "a: 1 # x\n".repeat(1) + "# comment\n".repeat(n / 10));
        grows(n -> keys(n / 10));
        grows(n -> "{\"a\":[" + "1,".repeat(n / 2) + "1]}");
        grows(n -> "a: &x 1\nb: [" + "*x,".repeat(n / 3) + "]");
        grows(n -> "a: " + "9".repeat(n));
        grows(n -> "\n".repeat(n) + "a: 1");
        grows(n -> "a: !".repeat(1) + "x".repeat(n));
    }

    private static void grows(java.util.function.IntFunction<String> text) {
        Growth.isLinear(8000, text, DocumentFuzzTest::refusal);
    }

    private static String keys(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("key").append(i).append(": 1\n");
        }
        return text.toString();
    }

    private static Generator<String> nearFiles() {
        List<String> corpus = new ArrayList<>(AttackStrings.all());
        corpus.add(FILE);
        corpus.add("{\"jobs\":[{\"name\":\"A.b\",\"target\":\"a.b\",\"schedule\":{\"manual\":true}}]}");
        return Texts.near(corpus, PIECES);
    }

    private static void isReadOrRefused(String text) {
        for (DocumentReader reader : List.of(DocumentReader.typed(), DocumentReader.textual())) {
            try {
                Map<String, Object> tree = reader.read(text);
                assertThat(tree.toString()).doesNotContain(Tripwire.class.getSimpleName() + "@");
            } catch (DocumentException refused) {
                assertThat(refused.toString()).hasSizeLessThan(600);
            }
        }
    }

    private static Optional<String> refusal(String text) {
        try {
            DocumentReader.typed().read(text);
            return Optional.empty();
        } catch (DocumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}
