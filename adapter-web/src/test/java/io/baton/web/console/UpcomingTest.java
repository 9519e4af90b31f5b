package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.CronTimes;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.port.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpcomingTest {
    private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");

    private final List<String> read = new ArrayList<>();
    private final Upcoming upcoming = new Upcoming(new Minutes(read));

    /** Expressions that are a number of minutes; notes each that it reads. */
    private record Minutes(List<String> read) implements CronParser {
        @Override
        public CronTimes parse(String expression, ZoneId zone) {
            read.add(expression);
            long step = Long.parseLong(expression) * 60;
            return after -> Optional.of(Instant.ofEpochSecond((after.getEpochSecond() / step + 1) * step));
        }
    }

    private static Job job(String name, String minutes) {
        return Rows.job(JobKey.parse(name), new Schedule.Cron(minutes, ZoneOffset.UTC, Window.ALWAYS));
    }

    private List<Instant> next(Job job, Instant now) {
        return upcoming.next(List.of(job), now, now.plus(Duration.ofHours(1)), 1).stream()
                .map(Upcoming.Due::at)
                .toList();
    }

    @Test
    void an_expression_is_read_again_when_its_time_has_come_and_not_before() {
        Job job = job("G.job", "5");

        for (int second = 0; second < 300; second++) {
            assertThat(upcoming.first(job, AT.plusSeconds(second)).orElseThrow().at())
                    .isEqualTo(AT.plusSeconds(300));
        }
        assertThat(read).hasSize(1);
        assertThat(upcoming.first(job, AT.plusSeconds(300)).orElseThrow().at()).isEqualTo(AT.plusSeconds(600));
        assertThat(read).hasSize(2);
    }

    @Test
    void a_changed_schedule_counts_at_once() {
        assertThat(next(job("G.job", "30"), AT)).containsExactly(AT.plusSeconds(1800));
        assertThat(next(job("G.job", "1"), AT)).containsExactly(AT.plusSeconds(60));
    }

    @Test
    void a_moment_before_the_last_one_that_was_asked_for_is_worked_out_anew() {
        Job job = job("G.job", "1");

        assertThat(next(job, AT.plusSeconds(90))).containsExactly(AT.plusSeconds(120));
        assertThat(next(job, AT)).containsExactly(AT.plusSeconds(60));
    }

    @Test
    void due_times_of_several_jobs_are_in_order() {
        List<Upcoming.Due> due =
                upcoming.next(List.of(job("G.two", "2"), job("G.three", "3")), AT, AT.plusSeconds(360), 10);

        assertThat(due.stream().map(one -> one.job().key().name() + one.at().getEpochSecond() / 60 % 60))
                .containsExactly("two2", "three3", "two4", "three6", "two6");
    }
}
