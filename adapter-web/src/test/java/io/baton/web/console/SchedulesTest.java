package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");

    private static String words(Tongue tongue, Schedule schedule) {
        Caller who = new Caller("ann", Rights.ADMIN, "here");
        Visit visit = new Visit(who, "/jobs", new Visit.Manner(tongue, "", ""), name -> Optional.empty());
        return Schedules.words(visit, schedule);
    }

    private static String every(String interval) {
        return words(Tongue.ENGLISH, new Schedule.Every(Duration.parse(interval), AT, Window.ALWAYS));
    }

    @Test
    void an_interval_is_told_in_the_largest_unit_in_which_it_is_whole() {
        assertThat(every("PT0.1S")).isEqualTo("every 100 ms");
        assertThat(every("PT1.5S")).isEqualTo("every 1.5 s");
        assertThat(every("PT1S")).isEqualTo("every second");
        assertThat(every("PT90S")).isEqualTo("every 90 seconds");
        assertThat(every("PT60S")).isEqualTo("every minute");
        assertThat(every("PT5M")).isEqualTo("every 5 minutes");
        assertThat(every("PT1H")).isEqualTo("every hour");
        assertThat(every("P1D")).isEqualTo("every 24 hours");
    }

    @Test
    void the_time_in_which_a_schedule_is_in_force_is_told() {
        Window window = new Window(Optional.of(AT), Optional.of(AT.plusSeconds(60)));

        assertThat(words(Tongue.ENGLISH, new Schedule.Every(Duration.ofMinutes(5), AT, window)))
                .isEqualTo("every 5 minutes, from 2027-01-01T00:00:00Z on, until 2027-01-01T00:01:00Z");
        assertThat(words(Tongue.CHINESE, new Schedule.Every(Duration.ofMinutes(5), AT, window)))
                .isEqualTo("每 5 分钟，自 2027-01-01T00:00:00Z 起，至 2027-01-01T00:01:00Z 止");
    }

    @Test
    void what_has_no_words_is_told_as_it_is_and_the_other_kinds_have_their_own() {
        assertThat(words(Tongue.CHINESE, new Schedule.Cron("nonsense", ZoneOffset.UTC, Window.ALWAYS)))
                .isEqualTo("nonsense");
        assertThat(words(Tongue.ENGLISH, new Schedule.Once(AT))).isEqualTo("once, at 2027-01-01T00:00:00Z");
        assertThat(words(Tongue.CHINESE, new Schedule.Manual())).isEqualTo("仅手动");
    }
}
