package io.baton.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.application.Surroundings;
import io.baton.application.jobs.JobReader;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Schedule;
import io.baton.quartz.QuartzCronParser;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JobReaderTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static JobReader reader(ZoneId zone) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);
        return new JobReader(
                new QuartzCronParser(),
                new Surroundings(clock, () -> 0, () -> 0.5, () -> "id"),
                zone,
                tree -> new JsonText("{}"));
    }

    private static Map<String, Object> job(String field, Object value) {
        Map<String, Object> members =
                new HashMap<>(Map.of("name", "A.b", "target", "bean.run", "schedule", Map.of("cron", "0 0 6 * * ?")));
        members.put(field, value);
        return members;
    }

    @Test
    void a_job_that_names_no_zone_keeps_the_one_it_was_created_with() {
        Map<String, Object> members = job("title", "x");
        Schedule created =
                reader(SHANGHAI).read(members, Optional.empty()).spec().schedule();

        Schedule again = reader(ZoneOffset.UTC)
                .read(members, Optional.of(created))
                .spec()
                .schedule();

        assertThat(again).isEqualTo(created);
        assertThat(((Schedule.Cron) again).zone()).isEqualTo(SHANGHAI);
    }

    @Test
    void a_zone_that_is_named_is_another() {
        Schedule created = reader(SHANGHAI)
                .read(job("title", "x"), Optional.empty())
                .spec()
                .schedule();
        Map<String, Object> named = job("schedule", Map.of("cron", "0 0 6 * * ?", "zone", "UTC"));

        Schedule again =
                reader(SHANGHAI).read(named, Optional.of(created)).spec().schedule();

        assertThat(((Schedule.Cron) again).zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void a_refusal_names_the_field_that_is_wrong() {
        refused(job("title", "x".repeat(201)), "title: ");
        refused(job("description", "x".repeat(4_001)), "description: ");
        refused(job("tags", List.of("a,b")), "tags: ");
        refused(job("schedule", Collections.singletonMap("cron", null)), "schedule: exactly one of cron");
    }

    @Test
    void an_unknown_field_is_refused_by_its_name_on_every_level() {
        refused(job("colour", "blue"), "colour: unknown field; known are ");
        refused(
                job("schedule", Map.of("cron", "0 0 6 * * ?", "till", "x")),
                "schedule.till: unknown field; known are ");
        refused(job("retry", Map.of("attempts", 2, "times", 3)), "retry.times: unknown field; known are ");
    }

    private static void refused(Map<String, Object> members, String words) {
        assertThatThrownBy(() -> reader(SHANGHAI).read(members, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    void one_tag_need_not_be_a_list() {
        assertThat(reader(SHANGHAI)
                        .read(job("tags", "nightly"), Optional.empty())
                        .spec()
                        .about()
                        .tags())
                .containsExactly("nightly");
    }

    @Test
    void none_is_as_good_as_nothing_for_timeout_and_retry() {
        Map<String, Object> members = job("timeout", "none");
        members.put("retry", "none");

        assertThat(reader(SHANGHAI).read(members, Optional.empty()))
                .isEqualTo(reader(SHANGHAI).read(job("schedule", Map.of("cron", "0 0 6 * * ?")), Optional.empty()));
    }
}
