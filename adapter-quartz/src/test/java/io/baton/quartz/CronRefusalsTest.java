package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are no cron expression, and the words by which the refusal tells why. */
final class CronRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "61 * * * * ?; second '61' is out of range 0 to 59",
                "*/0 * * * * ?; second 'step 0' is out of range 1 to 59",
                "0 */60 * * * ?; minute 'step 60' is out of range 1 to 59",
                "0 0 24 * * ?; hour '24' is out of range 0 to 23",
                "0 0 0 0 * ?; day-of-month '0' is out of range 1 to 31",
                "0 0 0 32W * ?; day-of-month '32' is out of range 1 to 31",
                "0 0 0 L-31 * ?; day-of-month 'L-31' counts back more than 30 days",
                "0 0 0 15L * ?; day-of-month '15L' is unknown",
                "0 0 0 1 13 ?; month '13' is out of range 1 to 12",
                "0 0 0 1 FOO ?; month 'FOO' is unknown; legal are 1 to 12, JAN to DEC",
                "0 0 0 ? * 8; day-of-week '8' is out of range 1 to 7",
                "0 0 0 ? * 0; day-of-week '0' is out of range 1 to 7",
                "0 0 0 ? * MONDAY; day-of-week 'MONDAY' is unknown; legal are 1 to 7, SUN to SAT",
                "0 0 0 ? * MON#6; asks for week 6 of a month",
                "0 0 0 ? * MON#2,FRI; mixes L or # with other days",
                "0 0 0 ? * 2L,3; mixes L or # with other days",
                "0 0 0 ? * MON,; day-of-week '' is not a value",
                "0 0 0 1 1 ? 1969; year '1969' is out of range 1970 to 2199",
                "0 0 0 1 1 ? 2030-2028; year '2030-2028' ends before it begins",
                "0 0 0 1 * MON; one of the two is written ?",
                "0 0 0 * * MON; one of the two is written ?",
                "0 0 0 ? * ?; one of the two is written ?",
                "? 0 0 1 * ?; second '?' is not a value",
                "0 0-70 0 1 * ?; minute '70' is out of range 0 to 59",
                "0 5--7 0 1 * ?; minute '5--7' is not a value",
                "0 -5 0 1 * ?; minute '-5' is not a value",
                "0 99999 0 1 * ?; minute '99999' is unknown",
                "60 * * * *; minute '60' is out of range 0 to 59",
                "0 0 * * 8; day-of-week '8' is out of range 0 to 7",
                "0 0 L * *; day-of-month 'L' is unknown",
                "0 0 * * 5#2; day-of-week '5#2' is not a value",
                "0 12 * * ?; ? belongs to Quartz's form",
                "* * * *; it has 4 fields; legal are 5",
                "* * * * * * * *; it has 8 fields; legal are 5",
                "@reboot; the macro is unknown; legal are @yearly",
            })
    void a_refusal_says_what_and_why(String text, String why) {
        assertThatThrownBy(() -> new QuartzCronParser().parse(text, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("cron '" + text + "'", why);
    }

    @ParameterizedTest
    @CsvSource({"5,1 to 250, not all blank", "400,1 to 250, not all blank"})
    void a_text_that_is_blank_or_too_long_is_refused(int length, String why) {
        String text = (length == 5 ? " " : "0,").repeat(length);
        assertThatThrownBy(() -> new QuartzCronParser().parse(text, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"a", "x"})
    void a_refusal_is_one_line_of_bounded_length(String letter) {
        assertThatThrownBy(() -> new QuartzCronParser().parse(letter + "\n" + letter.repeat(240), ZoneOffset.UTC))
                .hasMessageNotContaining("\n")
                .extracting(Throwable::getMessage)
                .asString()
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource({"U+000A", "U+000D", "U+0085", "U+2028", "U+001B"})
    void a_refused_field_is_shown_in_one_line_too(String code) {
        String mark = Character.toString(Integer.parseInt(code.substring(2), 16));
        assertThatThrownBy(() -> new QuartzCronParser().parse("0" + mark + "/5 * * * * ?", ZoneOffset.UTC))
                .hasMessageContaining("second '0 /5'")
                .hasMessageNotContaining(mark);
    }
}
