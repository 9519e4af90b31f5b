package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.CronTimes;
import io.baton.fuzzing.AskedClasses;
import io.baton.fuzzing.AttackStrings;
import io.baton.fuzzing.Choices;
import io.baton.fuzzing.Generator;
import io.baton.fuzzing.Growth;
import io.baton.fuzzing.Property;
import io.baton.fuzzing.Texts;
import io.baton.fuzzing.Tripwire;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cron texts of every kind: due times that ascend, or a refusal that names text and field; soon, whatever the text. */
final class CronFuzzTest {
    private static final long SEED = 20_261_126;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"));
    private static final List<String> PIECES = List.of(
            "*", "?", "0", "5", "59", "60", "1", "31", "L", "W", "#", "-", "/", ",", " ", "MON", "SUN", "JAN", "LW",
            "15W", "L-3", "6#3", "2027", "2199", "1970", "@daily", "99999", "\t", "mon");
    private static final List<String> TEXTS = List.of(
            "0/5 * * * * ?",
            "0 0 6 * * ?",
            "0 30 9 ? * MON-FRI",
            "0 0 0 L-3 * ?",
            "0 0 9 LW * ?",
            "0 0 9 ? * 6#3",
            "0 0 12 1 1 ? 2027-2028",
            "*/15 * * * *",
            "0 10 * * fri-mon",
            "0 0 13 * fri",
            "@hourly",
            "0 0 0 29 2 ?",
            "5,10 0/30 9-10 * * ?");

    private final QuartzCronParser parser = new QuartzCronParser();

    @Test
    void every_text_is_an_expression_or_is_refused_by_name() {
        Property.of(Texts.any(30), this::isReadOrRefused).holds(SEED, 20_000);
        Property.of(Texts.of(24, PIECES), this::isReadOrRefused).holds(SEED, 30_000);
        Property.of(near(), this::isReadOrRefused).holds(SEED, 20_000);
    }

    @Test
    void due_times_of_whatever_is_read_ascend_and_are_whole_seconds() {
        int[] read = {0};
        Property.of(
                        Asked::make,
                        asked -> times(asked).ifPresent(times -> {
                            read[0]++;
                            ascend(times, asked.from());
                        }))
                .holds(SEED, 4000);

        assertThat(read[0]).isGreaterThan(1000);
    }

    @Test
    void no_attack_string_is_an_expression_or_loads_a_class() throws Exception {
        List<String> asked = AskedClasses.during(() -> AttackStrings.all().forEach(this::isReadOrRefused));

        assertThat(asked).isEmpty();
        assertThat(System.getProperty(Tripwire.PROPERTY)).isNull();
        assertThat(AttackStrings.all())
                .allMatch(text ->
                        times(new Asked(text, ZONES.get(0), Instant.EPOCH)).isEmpty());
    }

    @Test
    void reading_takes_time_that_grows_with_the_text() {
        Growth.isLinear(30, n -> "0,".repeat(n / 2) + "0 * * * *", this::isReadOrRefused);
        Growth.isLinear(30, n -> "0 0 0 " + "L".repeat(n) + " * ?", this::isReadOrRefused);
        Growth.isLinear(30, n -> "* ".repeat(n / 2), this::isReadOrRefused);
        Growth.isLinear(100_000, n -> "*".repeat(n), this::isReadOrRefused);
        Growth.isLinear(100_000, n -> " ".repeat(n), this::isReadOrRefused);
        Growth.isLinear(100_000, n -> "1-".repeat(n / 2), this::isReadOrRefused);
    }

    /** A text near to an expression, and from when its due times are asked for. */
    private record Asked(String text, ZoneId zone, Instant from) {
        static Asked make(Choices choices) {
            String text = choices.oneIn(2) ? near().make(choices) : choices.of(TEXTS);
            return new Asked(
                    text, choices.of(ZONES), Instant.ofEpochSecond(1_700_000_000L + choices.below(200_000_000)));
        }
    }

    private static Generator<String> near() {
        List<String> corpus = new ArrayList<>(TEXTS);
        corpus.addAll(AttackStrings.all());
        return Texts.near(corpus.subList(0, TEXTS.size() + 20), PIECES);
    }

    private static void ascend(CronTimes times, Instant from) {
        Instant before = from;
        for (int i = 0; i < 5; i++) {
            Optional<Instant> next = times.next(before);
            if (next.isEmpty()) {
                return;
            }
            assertThat(next.get()).isAfter(before);
            assertThat(next.get().toEpochMilli() % 1000).isZero();
            // Asked from just before it, the same is due: what came between was not left out.
            assertThat(times.next(next.get().minusMillis(1))).isEqualTo(next);
            before = next.get();
        }
    }

    private Optional<CronTimes> times(Asked asked) {
        try {
            return Optional.of(parser.parse(asked.text(), asked.zone()));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private void isReadOrRefused(String text) {
        try {
            assertThat(parser.parse(text, ZONES.get(0))).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("cron ");
            assertThat(refused.toString()).hasSizeLessThan(700);
            assertThat(refused.toString().lines()).hasSize(1);
        }
    }
}
