package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.CronTimes;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.quartz.CronExpression;

/** Made-up expressions over years without clock changes: the days against java.time, the whole against Quartz. */
final class DaysTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final QuartzCronParser parser = new QuartzCronParser();

    @Test
    void days_over_six_years_are_those_of_a_search_day_by_day() {
        CronModels models = new CronModels(7);
        for (int i = 0; i < 300; i++) {
            CronModel cron = i % 3 == 0 ? models.unix() : models.quartz();
            CronTimes times = parser.parse(cron.text(), ZoneOffset.UTC);
            List<LocalDate> expected = new ArrayList<>();
            List<LocalDate> found = new ArrayList<>();
            for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
                if (cron.days().test(day)) {
                    expected.add(day);
                }
                Instant before = day.atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
                times.next(before)
                        .map(due -> due.atOffset(ZoneOffset.UTC).toLocalDate())
                        .filter(day::equals)
                        .ifPresent(found::add);
            }
            assertThat(found).as(cron.text()).isEqualTo(expected);
        }
    }

    @Test
    @SuppressWarnings("JavaUtilDate")
    void whole_expressions_agree_with_quartz_where_quartz_agrees_with_itself() throws ParseException {
        CronModels models = new CronModels(11);
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            CronModel cron = models.quartz();
            if (cron.text().contains("W")) {
                continue;
            }
            CronExpression quartz = new CronExpression(cron.text());
            quartz.setTimeZone(TimeZone.getTimeZone("UTC"));
            CronTimes times = parser.parse(cron.text(), ZoneOffset.UTC);
            Instant at = START.plusSeconds(models.below(100_000_000));
            for (int n = 0; n < 40; n++) {
                Optional<Instant> expected =
                        Optional.ofNullable(quartz.getTimeAfter(Date.from(at))).map(Date::toInstant);
                assertThat(times.next(at)).as("%s after %s", cron.text(), at).isEqualTo(expected);
                at = expected.orElse(at);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    @Test
    void times_of_day_are_the_same_on_each_day() {
        CronTimes times = parser.parse("5,10 0/30 9-10 * * ?", ZoneOffset.UTC);
        List<LocalTime> found = new ArrayList<>();
        Instant at = START;
        for (int i = 0; i < 8; i++) {
            at = times.next(at).orElseThrow();
            found.add(at.atOffset(ZoneOffset.UTC).toLocalTime());
        }
        assertThat(found)
                .extracting(LocalTime::toString)
                .containsExactly(
                        "09:00:05", "09:00:10", "09:30:05", "09:30:10", "10:00:05", "10:00:10", "10:30:05", "10:30:10");
    }
}
