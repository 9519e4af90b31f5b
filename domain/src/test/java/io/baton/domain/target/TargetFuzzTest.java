package io.baton.domain.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.fuzzing.AskedClasses;
import io.baton.fuzzing.AttackStrings;
import io.baton.fuzzing.Generator;
import io.baton.fuzzing.Growth;
import io.baton.fuzzing.Property;
import io.baton.fuzzing.Texts;
import io.baton.fuzzing.Tripwire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Target strings of every kind: total, exact, linear; what is wrong is told with its position; no class is loaded. */
final class TargetFuzzTest {
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "'",
            "\"",
            "\\",
            ",",
            ".",
            " ",
            "\\u00",
            "\\'",
            "true",
            "false",
            "null",
            "42",
            "-",
            "42L",
            "1e9D",
            "2147483648",
            "a.b",
            "#{",
            "${");

    @Test
    void what_is_written_is_what_is_read() {
        Property.of(WrittenTarget::make, written -> {
                    InvocationTarget read = InvocationTarget.parse(written.text());
                    assertThat(read.bean()).isEqualTo(written.bean());
                    assertThat(read.method()).isEqualTo(written.method());
                    assertThat(read.arguments()).isEqualTo(written.arguments());
                    assertThat(read.text()).isEqualTo(written.text());
                })
                .holds(20_261_126, 20_000);
    }

    @Test
    void every_text_is_a_target_or_is_refused_with_a_position_inside_it() {
        Property.of(Texts.any(40), TargetFuzzTest::isReadOrRefusedInside).holds(20_261_126, 50_000);
        Property.of(Texts.of(30, PIECES), TargetFuzzTest::isReadOrRefusedInside).holds(20_261_126, 50_000);
        Property.of(nearTargets(), TargetFuzzTest::isReadOrRefusedInside).holds(20_261_126, 50_000);
    }

    @Test
    void a_text_cut_off_anywhere_is_refused_where_it_ends_or_before() {
        String whole = "com.acme.Report.build(\"x\\u0041\\n\", -42, 42L, 3.5e2D, true, 'it''";
        for (int end = 0; end < whole.length(); end++) {
            isReadOrRefusedInside(whole.substring(0, end));
        }
        assertThat(refusedAt("a.b('x")).contains(4);
        assertThat(refusedAt("a.b(1, 2")).contains(8);
    }

    @Test
    void no_attack_string_loads_a_class_and_what_is_read_of_it_is_names_and_literals() throws Exception {
        List<String> refused = new ArrayList<>();

        List<String> asked = AskedClasses.during(() -> AttackStrings.all().forEach(text -> {
            isReadOrRefusedInside(text);
            refusedAt(text).ifPresent(position -> refused.add(text));
        }));

        assertThat(asked).isEmpty();
        assertThat(System.getProperty(Tripwire.PROPERTY)).isNull();
        // The others are well-formed names of methods that nobody registered: bootstrap's registry refuses those.
        assertThat(refused).hasSizeGreaterThan(70);
    }

    @Test
    void reading_takes_time_that_grows_with_the_text() {
        int size = InvocationTarget.LONGEST / 8 - 20;
        Growth.isLinear(size, n -> "a.b('" + "x".repeat(n) + "')", TargetFuzzTest::isReadOrRefusedInside);
        Growth.isLinear(size, n -> "a.b(" + "'".repeat(n), TargetFuzzTest::isReadOrRefusedInside);
        Growth.isLinear(size, n -> "a.b(" + ",".repeat(n) + "'", TargetFuzzTest::isReadOrRefusedInside);
        Growth.isLinear(size, n -> "a." + "b.".repeat(n / 2) + "c", TargetFuzzTest::isReadOrRefusedInside);
        Growth.isLinear(size, n -> "a.b(" + "9".repeat(n) + ")", TargetFuzzTest::isReadOrRefusedInside);
        Growth.isLinear(size, n -> "a.b(0." + "9".repeat(n) + "D)", TargetFuzzTest::isReadOrRefusedInside);
        Growth.isLinear(size, n -> "a.b('" + "\\u0041".repeat(n / 6) + "')", TargetFuzzTest::isReadOrRefusedInside);
        Growth.isLinear(100_000, n -> "(".repeat(n), TargetFuzzTest::isReadOrRefusedInside);
    }

    private static Generator<String> nearTargets() {
        List<String> corpus = new ArrayList<>(AttackStrings.all());
        corpus.add("demoTask.greet(\"hello\", 42, 42L, 3.5D, true)");
        corpus.add("a.b('\\u0041\\\\', \"it's\")");
        return Texts.near(corpus, PIECES);
    }

    private static void isReadOrRefusedInside(String text) {
        try {
            InvocationTarget target = InvocationTarget.parse(text);
            assertThat(target.arguments()).hasSizeLessThanOrEqualTo(InvocationTarget.MOST_ARGUMENTS);
            assertThat(InvocationTarget.parse(target.name()).name()).isEqualTo(target.name());
        } catch (TargetSyntaxException refused) {
            assertThat(refused.position()).isBetween(0, text.length());
            assertThat(refused).hasMessageEndingWith("at position " + (refused.position() + 1));
            assertThat(refused.toString().length()).isLessThan(350);
        }
    }

    private static Optional<Integer> refusedAt(String text) {
        try {
            InvocationTarget.parse(text);
            return Optional.empty();
        } catch (TargetSyntaxException refused) {
            return Optional.of(refused.position());
        }
    }
}
