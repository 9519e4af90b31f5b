package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.schedule.DueTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of {@code docs/schedules.md} is true. */
final class SchedulesPageTest {
    private static final String INSTANT = "\\d{4}-\\d{2}-\\d{2}T[0-9:]+Z";

    private final DueTimes dueTimes = new DueTimes(new QuartzCronParser());

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_due_as_the_page_says(Example example) {
        Instant at = Instant.parse(example.after());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < example.due().size(); i++) {
            Optional<Instant> next = dueTimes.next(example.schedule(), at);
            found.add(next.map(Instant::toString).orElse("none"));
            at = next.orElse(at);
        }
        assertThat(found).isEqualTo(example.due());
    }

    @Test
    void the_page_has_its_examples() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(29);
    }

    static Stream<Example> examples() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "schedules.md")).stream()
                .filter(line -> line.matches("\\|.*\\| *" + INSTANT + " *\\|.*\\|"))
                .map(line -> line.split("\\|"))
                .map(cells -> Stream.of(cells).skip(1).map(String::strip).toList())
                .map(Example::of);
    }

    /** One row: expression and zone, or interval and anchor; then the instant asked from, and what is due after it. */
    record Example(Schedule schedule, String after, List<String> due) {
        static Example of(List<String> cells) {
            String what = cells.get(0);
            Schedule schedule = what.startsWith("`")
                    ? new Schedule.Cron(what.replace("`", ""), ZoneId.of(cells.get(1)), Window.ALWAYS)
                    : new Schedule.Every(interval(what), Instant.parse(cells.get(1)), Window.ALWAYS);
            return new Example(schedule, cells.get(2), List.of(cells.get(3).split(", ")));
        }

        private static Duration interval(String text) {
            String iso = text.toUpperCase(Locale.ROOT);
            return Duration.parse(iso.endsWith("D") ? "P" + iso : "PT" + iso);
        }
    }
}
