package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.when.CronParserContract;
import io.baton.domain.job.CronTimes;
import io.baton.domain.port.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuartzCronParserTest extends CronParserContract {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final QuartzCronParser parser = new QuartzCronParser();

    @Override
    protected CronParser parser() {
        return parser;
    }

    @Test
    void an_expression_is_kept_once_for_all_zones() {
        parser.parse("0 0 1 * * ?", ZoneOffset.UTC);
        parser.parse("0 0 1 * * ?", ZoneId.of("Asia/Shanghai"));

        assertThat(parser.kept()).isEqualTo(1);
    }

    @Test
    void at_most_a_thousand_expressions_are_kept() {
        for (int i = 0; i < 1_440; i++) {
            parser.parse("0 " + i % 60 + " " + i / 60 + " * * ?", ZoneOffset.UTC);
        }

        assertThat(parser.kept()).isEqualTo(1_000);
    }

    @Test
    void what_is_refused_is_not_kept() {
        for (String text : List.of("x", "y", "z")) {
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                    .isThrownBy(() -> parser.parse(text, ZoneOffset.UTC));
        }

        assertThat(parser.kept()).isZero();
    }

    @Test
    void searches_end_soon_whatever_is_asked() {
        List<String> rare = List.of(
                "0 0 0 31 2 ?",
                "0 * * 31 4,6,9,11 ?",
                "59 59 * 30 2 ?",
                "0 0 0 ? 2 1#5",
                "0 0 0 31W 2 ?",
                "0 0 0 L-30 2 ?",
                "* * * 29 2 ? 2027",
                "0 0 0 1 1 ? 1970",
                "0 0 31 2 *");
        for (String text : rare) {
            for (String zone : List.of("UTC", "Europe/Berlin", "Pacific/Apia")) {
                CronTimes times = parser.parse(text, ZoneId.of(zone));
                long start = System.nanoTime();
                for (Instant from : List.of(Instant.MIN, Instant.EPOCH, NOW, Instant.MAX)) {
                    times.next(from).ifPresent(due -> assertThat(due).isAfter(from));
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as(text + " in " + zone)
                        .isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void a_due_time_more_than_a_hundred_years_ahead_is_none() {
        assertThat(parser.parse("0 0 0 1 1 ? 2100", ZoneOffset.UTC).next(Instant.EPOCH))
                .isEmpty();
        assertThat(parser.parse("0 0 0 1 1 ? 2100", ZoneOffset.UTC).next(NOW))
                .contains(Instant.parse("2100-01-01T00:00:00Z"));
    }
}
