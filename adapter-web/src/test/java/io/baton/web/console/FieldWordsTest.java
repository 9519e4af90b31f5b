package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.application.jobs.JobWriter;
import io.baton.domain.job.About;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.job.MisfireRule;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Retry;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Spread;
import io.baton.domain.job.Window;
import io.baton.domain.target.InvocationTarget;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldWordsTest {
    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final Window WINDOW = new Window(Optional.of(FROM), Optional.of(FROM.plusSeconds(1)));

    private final JobWriter writer = new JobWriter(text -> Map.of("a", 1));

    /** Jobs that have, together, all that a job can have. */
    private static Stream<Job> whole() {
        return Stream.of(
                        new Schedule.Cron("0 0 6 * * ?", ZoneOffset.UTC, WINDOW),
                        new Schedule.Every(Duration.ofSeconds(1), FROM, WINDOW),
                        new Schedule.Once(FROM),
                        new Schedule.Manual())
                .flatMap(schedule -> Stream.of(
                        whole(schedule, new Placement(Spread.MASTER, 1, new Labels(Map.of("disk", "ssd")))),
                        whole(schedule, new Placement(Spread.SHARDS, 3, Labels.NONE))));
    }

    private static Job whole(Schedule schedule, Placement placement) {
        Rules rules = new Rules(
                Rules.DEFAULT.overlap(),
                Rules.DEFAULT.delivery(),
                MisfireRule.DEFAULT,
                Optional.of(Duration.ofSeconds(1)),
                new Retry(4, Duration.ofSeconds(2), 3.0, Duration.ofSeconds(20)));
        JobSpec spec = new JobSpec(
                new About("title", "description", List.of("tag")),
                new JobSpec.Work(InvocationTarget.parse("bean.run"), new JsonText("{\"a\":1}")),
                schedule,
                placement,
                rules);
        return new Job(JobKey.parse("A.b"), spec, true, new Job.Revision(1, Instant.EPOCH));
    }

    private Set<String> written() {
        Set<String> names = new TreeSet<>();
        whole().forEach(job -> names.addAll(FieldWords.flat(writer.write(job)).keySet()));
        return names;
    }

    private static JsonNode schemas() throws IOException {
        try (InputStream file = FieldWordsTest.class.getResourceAsStream("/openapi/job-fields.json")) {
            return new ObjectMapper()
                    .readTree(Objects.requireNonNull(file))
                    .path("components")
                    .path("schemas");
        }
    }

    @Test
    void these_jobs_have_every_field_that_the_description_of_a_job_has() throws IOException {
        Set<String> described = new TreeSet<>();
        schemas().path("JobSpec").path("properties").fieldNames().forEachRemaining(described::add);
        Set<String> groups = new TreeSet<>();
        written().forEach(name -> groups.add(name.replaceFirst("\\..*", "")));

        assertThat(described).isNotEmpty().isEqualTo(groups);
    }

    @Test
    void every_field_that_can_be_written_has_words_in_both_languages() {
        assertThat(written()).hasSizeGreaterThan(20).allSatisfy(name -> {
            String english = FieldWords.of(Tongue.ENGLISH, name);
            String chinese = FieldWords.of(Tongue.CHINESE, name);
            assertThat(english).as(name).isNotEqualTo(name).matches("[A-Z].*");
            assertThat(chinese)
                    .as(name)
                    .isNotEqualTo(name)
                    .matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
        });
    }

    @Test
    void what_has_no_words_is_told_by_its_name() {
        assertThat(FieldWords.of(Tongue.CHINESE, "colour")).isEqualTo("colour");
        assertThat(FieldWords.of(Tongue.ENGLISH, "labels.name")).isEqualTo("labels.name");
    }

    @Test
    void names_that_people_gave_are_values_and_no_fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("labels", Map.of("zone", "a"));
        fields.put("data", Map.of("cron", "x"));
        fields.put("retry", Map.of("attempts", 2));

        assertThat(FieldWords.flat(fields)).containsOnlyKeys("labels", "data", "retry.attempts");
    }
}
