package io.baton.domain.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Random;
import org.assertj.core.api.AbstractIntegerAssert;
import org.junit.jupiter.api.Test;

final class TargetParserTest {
    private static AbstractIntegerAssert<?> positionOfErrorIn(String text) {
        TargetSyntaxException[] thrown = new TargetSyntaxException[1];
        assertThatExceptionOfType(TargetSyntaxException.class)
                .isThrownBy(() -> InvocationTarget.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).endsWith("at position " + (e.position() + 1)))
                .satisfies(e -> thrown[0] = e);
        return assertThat(thrown[0].position());
    }

    private static Argument only(String literal) {
        InvocationTarget target = InvocationTarget.parse("bean.method(" + literal + ")");
        assertThat(target.arguments()).hasSize(1);
        return target.arguments().get(0);
    }

    @Test
    void the_example_of_the_contract_is_read() {
        InvocationTarget target = InvocationTarget.parse("demoTask.greet(\"hello\", 42, 42L, 3.5D, true)");

        assertThat(target.bean()).isEqualTo("demoTask");
        assertThat(target.method()).isEqualTo("greet");
        assertThat(target.name()).isEqualTo("demoTask.greet");
        assertThat(target.arguments())
                .containsExactly(
                        new Argument.Text("hello"),
                        new Argument.Int(42),
                        new Argument.Int64(42),
                        new Argument.Float64(3.5),
                        new Argument.Bool(true));
    }

    @Test
    void the_bean_is_what_stands_before_the_last_dot_that_precedes_the_bracket() {
        InvocationTarget target = InvocationTarget.parse("com.acme.Report.build(\"x.y(z)\")");

        assertThat(target.bean()).isEqualTo("com.acme.Report");
        assertThat(target.method()).isEqualTo("build");
        assertThat(target.arguments()).containsExactly(new Argument.Text("x.y(z)"));
    }

    @Test
    void brackets_may_be_empty_or_missing() {
        assertThat(InvocationTarget.parse("a.b").arguments()).isEmpty();
        assertThat(InvocationTarget.parse("a.b()").arguments()).isEmpty();
        assertThat(InvocationTarget.parse(" a.b ( ) ").arguments()).isEmpty();
        assertThat(InvocationTarget.parse(" a.b ( ) ").name()).isEqualTo("a.b");
    }

    @Test
    void spaces_around_arguments_are_free() {
        assertThat(InvocationTarget.parse("a.b(\t1 ,\n 'x' ,  2L )").arguments())
                .containsExactly(new Argument.Int(1), new Argument.Text("x"), new Argument.Int64(2));
        assertThat(InvocationTarget.parse("a.b(\u3000'x'\u3000,\u20031\u2003,true\u000B)")
                        .arguments())
                .containsExactly(new Argument.Text("x"), new Argument.Int(1), new Argument.Bool(true));
    }

    @Test
    void texts_have_either_quote_escapes_and_any_unicode() {
        assertThat(only("'it is \"so\"'")).isEqualTo(new Argument.Text("it is \"so\""));
        assertThat(only("\"it's\"")).isEqualTo(new Argument.Text("it's"));
        assertThat(only("'a\\'b\\\"c\\\\d'")).isEqualTo(new Argument.Text("a'b\"c\\d"));
        assertThat(only("'\\n\\t\\r\\b\\f\\0\\u00e9'")).isEqualTo(new Argument.Text("\n\t\r\b\f\0é"));
        assertThat(only("'打个招呼 🎉'")).isEqualTo(new Argument.Text("打个招呼 🎉"));
        assertThat(only("''")).isEqualTo(new Argument.Text(""));
        assertThat(only("','")).isEqualTo(new Argument.Text(","));
        assertThat(only("'true'")).isEqualTo(new Argument.Text("true"));
    }

    @Test
    void a_text_that_does_not_end_or_escapes_wrongly_is_refused_where_it_goes_wrong() {
        positionOfErrorIn("a.b('x)").isEqualTo(4);
        positionOfErrorIn("a.b('x\\'").isEqualTo(4);
        positionOfErrorIn("a.b('x\\").isEqualTo(7);
        positionOfErrorIn("a.b('\\q')").isEqualTo(6);
        positionOfErrorIn("a.b('\\u12g4')").isEqualTo(9);
    }

    @Test
    void numbers_reach_to_the_ends_of_their_types_and_no_further() {
        assertThat(only("2147483647")).isEqualTo(new Argument.Int(Integer.MAX_VALUE));
        assertThat(only("-2147483648")).isEqualTo(new Argument.Int(Integer.MIN_VALUE));
        assertThat(only("-9223372036854775808L")).isEqualTo(new Argument.Int64(Long.MIN_VALUE));
        assertThat(only("-0.25D")).isEqualTo(new Argument.Float64(-0.25));
        assertThat(only("3D")).isEqualTo(new Argument.Float64(3));
        positionOfErrorIn("a.b(1, 2147483648)").isEqualTo(7);
        positionOfErrorIn("a.b(-2147483649)").isEqualTo(4);
        positionOfErrorIn("a.b(9223372036854775808L)").isEqualTo(4);
        positionOfErrorIn("a.b(99999999999999999999999)").isEqualTo(4);
        positionOfErrorIn("a.b(1e999D)").isEqualTo(4);
    }

    @Test
    void what_only_looks_like_a_literal_is_refused_with_its_position() {
        for (String wrong : new String[] {
            "42l",
            "TRUE",
            "True",
            "3.14",
            "null",
            "+1",
            "--1",
            "-",
            "1 2",
            "0x10",
            "1_000",
            "4.2F",
            "NaND",
            "InfinityD",
            "x",
            "L",
            "D",
            ".D",
            "1.2.3D",
            "a.b()",
            "1L2",
            "'a''b'",
            "１２"
        }) {
            positionOfErrorIn("a.b(7, " + wrong + ")").as(wrong).isGreaterThanOrEqualTo(7);
        }
        positionOfErrorIn("a.b(7, 42l)").isEqualTo(7);
        positionOfErrorIn("a.b(7, null)").isEqualTo(7);
        positionOfErrorIn("a.b(7, 3.14)").isEqualTo(7);
    }

    @Test
    void misplaced_punctuation_is_refused_with_its_position() {
        positionOfErrorIn("").isEqualTo(0);
        positionOfErrorIn("  ").isEqualTo(2);
        positionOfErrorIn("greet").isEqualTo(0);
        positionOfErrorIn(".greet").isEqualTo(0);
        positionOfErrorIn("a..b").isEqualTo(2);
        positionOfErrorIn("a.").isEqualTo(2);
        positionOfErrorIn("a.b(").isEqualTo(4);
        positionOfErrorIn("a.b(1").isEqualTo(5);
        positionOfErrorIn("a.b(1,)").isEqualTo(6);
        positionOfErrorIn("a.b(,1)").isEqualTo(4);
        positionOfErrorIn("a.b(1))").isEqualTo(6);
        positionOfErrorIn("a.b() x").isEqualTo(6);
        positionOfErrorIn("a.b[1]").isEqualTo(3);
        positionOfErrorIn("a b.c").isEqualTo(0);
        positionOfErrorIn("1a.b").isEqualTo(0);
    }

    @Test
    void a_name_holds_no_invisible_characters() {
        positionOfErrorIn("a\u0000.b").isEqualTo(0);
        positionOfErrorIn("a.b\u202E()").isEqualTo(3);
        assertThat(InvocationTarget.parse("my-bean.$run_2").name()).isEqualTo("my-bean.$run_2");
        assertThat(InvocationTarget.parse("演示.运行").bean()).isEqualTo("演示");
    }

    @Test
    void too_many_arguments_and_too_long_texts_are_refused_quickly() {
        String twoThousand = "a.b(" + "1,".repeat(1999) + "1)";
        String commas = "a.b(" + ",".repeat(32_000) + ")";
        String fifty = "a.b(" + "1,".repeat(InvocationTarget.MOST_ARGUMENTS - 1) + "1)";
        long start = System.nanoTime();

        assertThatExceptionOfType(TargetSyntaxException.class).isThrownBy(() -> InvocationTarget.parse(twoThousand));
        assertThatExceptionOfType(TargetSyntaxException.class).isThrownBy(() -> InvocationTarget.parse(commas));
        positionOfErrorIn("a.b(" + "1,".repeat(InvocationTarget.MOST_ARGUMENTS) + "1)")
                .isPositive();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(InvocationTarget.parse(fifty).arguments()).hasSize(InvocationTarget.MOST_ARGUMENTS);
    }

    @Test
    void every_text_is_either_a_target_or_refused_and_a_target_is_read_again_alike() {
        Random chance = new Random(20_261_122);
        String alphabet = "ab.Z_(),'\"\\ \t0123456789LDEe-+truefalsn$u打\uD83C\n";
        int targets = 0;
        for (int round = 0; round < 200_000; round++) {
            String text = (round % 2 == 0 ? "a.b(" : "") + words(chance, alphabet) + (round % 2 == 0 ? ")" : "");
            try {
                InvocationTarget target = InvocationTarget.parse(text);
                assertThat(InvocationTarget.parse(text)).isEqualTo(target);
                assertThat(target.text()).isEqualTo(text);
                targets++;
            } catch (TargetSyntaxException refused) {
                assertThat(refused.position()).isBetween(0, text.length());
            }
        }
        assertThat(targets).isGreaterThan(1000);
    }

    private static String words(Random chance, String alphabet) {
        StringBuilder text = new StringBuilder();
        int length = chance.nextInt(8);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
