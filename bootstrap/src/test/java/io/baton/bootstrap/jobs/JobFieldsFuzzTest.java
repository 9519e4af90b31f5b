package io.baton.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.Surroundings;
import io.baton.application.jobs.JobReader;
import io.baton.domain.job.JsonText;
import io.baton.fuzzing.AskedClasses;
import io.baton.fuzzing.AttackStrings;
import io.baton.fuzzing.Choices;
import io.baton.fuzzing.Property;
import io.baton.fuzzing.Texts;
import io.baton.fuzzing.Tripwire;
import io.baton.quartz.QuartzCronParser;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fields of a job with anything in them: a definition, or a refusal that begins with a field's name. */
final class JobFieldsFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);
    private static final JobReader READER = new JobReader(
            new QuartzCronParser(),
            new Surroundings(CLOCK, () -> 0, () -> 0.5, () -> "id"),
            ZoneOffset.UTC,
            tree -> new JsonText("{}"));
    private static final List<String> FIELDS = List.of(
            "name",
            "target",
            "schedule",
            "title",
            "description",
            "tags",
            "placement",
            "labels",
            "overlap",
            "delivery",
            "misfire",
            "misfire-threshold",
            "timeout",
            "retry",
            "enabled",
            "data",
            "x");
    private static final List<String> INNER = List.of(
            "cron",
            "every",
            "once",
            "manual",
            "zone",
            "from",
            "until",
            "shards",
            "attempts",
            "delay",
            "factor",
            "max-delay",
            "y");
    private static final List<Object> VALUES = List.of(
            "A.b",
            "demoTask.greet('x')",
            true,
            "any",
            "queue",
            "at-least-once",
            "fire-all",
            "30s",
            "5m",
            4,
            "0 0 6 * * ?",
            "Europe/Berlin",
            "2027-01-01T00:00:00Z",
            2.0,
            -1,
            0,
            "",
            "P1Y",
            "99999999999d",
            Double.NaN,
            Long.MAX_VALUE,
            new BigInteger("123456789012345678901234567890"),
            "+18:00",
            "Mars/Base",
            "+999999999-12-31T23:59:59Z",
            List.of(),
            Map.of());

    @Test
    void any_fields_with_any_values_are_a_definition_or_a_refusal_that_names_a_field() {
        Property.of(JobFieldsFuzzTest::members, JobFieldsFuzzTest::isReadOrRefused)
                .holds(20_261_126, 50_000);
        Property.of(JobFieldsFuzzTest::almostRight, JobFieldsFuzzTest::isReadOrRefused)
                .holds(20_261_126, 50_000);
    }

    @Test
    void attack_strings_in_any_field_load_no_class() throws Exception {
        List<String> asked = AskedClasses.during(() -> AttackStrings.all().forEach(text -> {
            for (String field : FIELDS) {
                Map<String, Object> members = right();
                members.put(field, text);
                isReadOrRefused(members);
            }
            for (String field : INNER) {
                Map<String, Object> members = right();
                members.put("schedule", Map.of(field, text));
                members.put("retry", Map.of(field, text));
                isReadOrRefused(members);
            }
        }));

        assertThat(asked).noneMatch(name -> AttackStrings.all().stream().anyMatch(text -> text.contains(name)));
        assertThat(System.getProperty(Tripwire.PROPERTY)).isNull();
    }

    @Test
    void what_is_right_is_read() {
        assertThat(READER.read(right(), Optional.empty()).key().toString()).isEqualTo("A.b");
    }

    private static Map<String, Object> right() {
        return new LinkedHashMap<>(Map.of("name", "A.b", "target", "a.b", "schedule", Map.of("manual", true)));
    }

    private static Map<String, Object> members(Choices choices) {
        return map(choices, FIELDS, 2);
    }

    /** A right one in which up to three fields, or their insides, are changed. */
    private static Map<String, Object> almostRight(Choices choices) {
        Map<String, Object> members = right();
        for (int changes = choices.below(4); changes > 0; changes--) {
            members.put(choices.of(FIELDS), value(choices, 2));
        }
        if (choices.oneIn(2)) {
            members.put("schedule", map(choices, INNER, 1));
        }
        return members;
    }

    private static Map<String, Object> map(Choices choices, List<String> names, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name : choices.listOf(6, c -> c.of(names))) {
            map.put(name, value(choices, depth));
        }
        return map;
    }

    private static Object value(Choices choices, int depth) {
        if (depth > 0 && choices.oneIn(3)) {
            return choices.oneIn(3)
                    ? new ArrayList<>(choices.listOf(3, c -> value(c, depth - 1)))
                    : map(choices, INNER, depth - 1);
        }
        return choices.oneIn(5) ? Texts.any(12).make(choices) : choices.of(VALUES);
    }

    private static void isReadOrRefused(Map<String, Object> members) {
        try {
            assertThat(READER.read(members, Optional.empty()).key()).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).containsPattern("^[\\p{Print}]{1,60}: ");
            assertThat(refused.toString()).hasSizeLessThan(1500);
        }
    }
}
