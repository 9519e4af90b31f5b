package io.baton.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.CronTimes;
import io.baton.quartz.QuartzCronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many jobs of which a thousand are due in a second. */
final class CronsTest {
    private static final Instant FROM = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000, 1_000_000})
    void a_thousand_are_due_in_a_second_on_average(int jobs) {
        assertThat(new Crons(jobs).due(FROM.toEpochMilli(), 60) / 60.0).isBetween(900.0, 1_100.0);
    }

    @Test
    void a_million_expressions_are_all_distinct() {
        Crons crons = new Crons(1_000_000);

        assertThat(IntStream.range(0, 1_000_000).mapToObj(crons::text).collect(Collectors.toSet()))
                .hasSize(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 50_000})
    void what_is_reckoned_to_be_due_is_what_the_scheduler_reads_in_the_expressions(int jobs) {
        Crons crons = new Crons(jobs);
        QuartzCronParser parser = new QuartzCronParser();

        long due = IntStream.range(0, jobs)
                .mapToLong(job -> inTenSeconds(parser.parse(crons.text(job), ZoneOffset.UTC)))
                .sum();

        assertThat(due).isEqualTo(crons.due(FROM.toEpochMilli(), 10));
    }

    private static long inTenSeconds(CronTimes times) {
        Instant end = FROM.plusSeconds(10);
        long count = 0;
        for (Instant next = times.next(FROM.minusMillis(1)).orElse(end);
                next.isBefore(end);
                next = times.next(next).orElse(end)) {
            count++;
        }
        return count;
    }
}
