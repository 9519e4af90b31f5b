package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.CronTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up expressions around real clock changes, against {@link SecondBySecond}. */
final class ClockChangesTest {
    private static final int EXPRESSIONS_PER_ZONE = 60;
    private static final Duration AROUND = Duration.ofHours(40);

    private final QuartzCronParser parser = new QuartzCronParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Shanghai",
                "America/Sao_Paulo",
                "Africa/Casablanca",
                "Pacific/Apia"
            })
    void due_times_around_clock_changes_are_those_of_a_search_second_by_second(String zone) {
        ZoneId id = ZoneId.of(zone);
        List<ZoneOffsetTransition> changes = changes(id.getRules());
        CronModels models = new CronModels(zone.hashCode());
        int due = 0;
        for (int i = 0; i < EXPRESSIONS_PER_ZONE; i++) {
            CronModel cron = i % 3 == 0 ? models.unix() : models.quartz();
            Instant change = changes.get(models.below(changes.size())).getInstant();
            due += check(cron, id, change.truncatedTo(ChronoUnit.MINUTES), models);
        }
        assertThat(due).as("due times compared").isGreaterThan(1_000);
    }

    private int check(CronModel cron, ZoneId zone, Instant middle, CronModels models) {
        Instant from = middle.minus(AROUND);
        Instant until = middle.plus(AROUND);
        List<Instant> expected = SecondBySecond.due(cron, zone.getRules(), from, until);
        CronTimes times = parser.parse(cron.text(), zone);

        List<Instant> found = new ArrayList<>();
        Optional<Instant> next = times.next(from);
        while (next.isPresent() && !next.get().isAfter(until)) {
            found.add(next.get());
            next = times.next(next.get());
        }
        assertThat(found).as("%s in %s around %s", cron.text(), zone, middle).isEqualTo(expected);

        for (int i = 0; i < 200; i++) {
            Instant asked = from.plusSeconds(models.below((int) AROUND.toSeconds() * 2));
            Optional<Instant> first =
                    expected.stream().filter(due -> due.isAfter(asked)).findFirst();
            assertThat(times.next(asked).filter(due -> !due.isAfter(until)))
                    .as("%s in %s after %s", cron.text(), zone, asked)
                    .isEqualTo(first);
        }
        return expected.size();
    }

    /** The clock changes from 1986 to 2036: Shanghai's ended in 1991, São Paulo's (at midnight) in 2019. */
    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant end = Instant.parse("2036-01-01T00:00:00Z");
        ZoneOffsetTransition change = rules.nextTransition(Instant.parse("1986-01-01T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(end)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }
}
