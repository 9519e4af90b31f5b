package io.baton.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.CronTimes;
import io.baton.quartz.QuartzCronParser;
import io.baton.web.console.CronWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words against due times: expressions of which the same is said are due at the same times. */
class CronWordsAgreeTest {
    private static final int EXPRESSIONS = 3_000;
    private static final List<String> ASKED =
            List.of("2026-11-23T10:00:02Z", "2027-02-27T22:30:00Z", "2028-06-01T00:00:00Z");
    private static final int TIMES = 25;

    private final Random random = new Random(7);
    private final QuartzCronParser parser = new QuartzCronParser();

    private record Told(String expression, List<Instant> due) {}

    @Test
    void expressions_with_the_same_words_are_due_at_the_same_times() {
        Map<String, Told> told = new HashMap<>();
        int again = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String expression = expression();
            List<Instant> due = due(parser.parse(expression, ZoneOffset.UTC));
            for (String language : List.of("en", "zh")) {
                String words = CronWords.of(expression, language, "");
                Told other = told.putIfAbsent(words, new Told(expression, due));
                if (other != null) {
                    again++;
                    assertThat(due)
                            .as("'%s' and '%s' are both told as '%s'", expression, other.expression(), words)
                            .isEqualTo(other.due());
                }
            }
        }
        assertThat(again).as("how often words were compared").isGreaterThan(100);
    }

    private static List<Instant> due(CronTimes times) {
        List<Instant> due = new ArrayList<>();
        for (String asked : ASKED) {
            Optional<Instant> next = times.next(Instant.parse(asked));
            for (int i = 0; i < TIMES && next.isPresent(); i++) {
                due.add(next.get());
                next = times.next(next.get());
            }
        }
        return due;
    }

    private String expression() {
        String times = seldom(0, 59) + " " + field(0, 23) + " ";
        String months = random.nextInt(3) == 0 ? field(1, 12) : "*";
        if (random.nextInt(3) == 0) {
            return times + oneOf("*", field(1, 31)) + " " + months + " " + oneOf("*", field(0, 7));
        }
        String days = random.nextBoolean() ? "? " + months + " " + weekDay() : monthDay() + " " + months + " ?";
        return seldom(0, 59) + " " + times + days + (random.nextInt(4) == 0 ? " " + field(2027, 2029) : "");
    }

    private String seldom(int min, int max) {
        return oneOf("0", field(min, max));
    }

    private String field(int min, int max) {
        String value = String.valueOf(value(min, max));
        int size = max - min + 1;
        return switch (random.nextInt(7)) {
            case 0, 1 -> "*";
            case 2 -> size > 3 ? value + "-" + value(min, max) : value;
            case 3 -> size > 3 ? "*/" + value(1, Math.min(size - 1, 30)) : value;
            case 4 -> value + "/" + value(1, Math.min(size - 1, 30));
            case 5 -> value + "," + value(min, max);
            default -> value;
        };
    }

    private String monthDay() {
        return switch (random.nextInt(6)) {
            case 0 -> oneOf("L", "LW");
            case 1 -> "L-" + value(0, 5);
            case 2 -> value(1, 31) + "W";
            case 3 -> "L-" + value(1, 5) + "W";
            case 4 -> value(1, 28) + "," + oneOf("L", value(1, 28) + "W");
            default -> field(1, 31);
        };
    }

    private String weekDay() {
        return switch (random.nextInt(4)) {
            case 0 -> value(1, 7) + "L";
            case 1 -> value(1, 7) + "#" + value(1, 5);
            case 2 -> "L";
            default -> field(1, 7);
        };
    }

    private int value(int min, int max) {
        return min + random.nextInt(max - min + 1);
    }

    private String oneOf(String one, String other) {
        return random.nextBoolean() ? one : other;
    }
}
