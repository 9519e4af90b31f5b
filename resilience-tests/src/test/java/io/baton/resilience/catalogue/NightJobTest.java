package io.baton.resilience.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.checker.Checker;
import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Frame;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker has the due times of a night that its jobs are written down with. */
class NightJobTest {
    private static final Instant FROM = Instant.parse("2026-11-27T20:29:52.500Z");
    private static final Instant CHANGE = Instant.parse("2026-11-27T20:30:10Z");
    private static final Instant UNTIL = FROM.plusSeconds(40);

    @Test
    void the_clocks_change_15_to_25_s_after_the_traffic_begins() {
        assertThat(When.InNight.change(FROM)).isEqualTo(CHANGE);
        assertThat(When.InNight.change(FROM.plusMillis(2_500))).isEqualTo(CHANGE);
        assertThat(When.InNight.change(FROM.plusMillis(2_501))).isEqualTo(CHANGE.plusSeconds(10));
    }

    @Test
    void what_is_skipped_is_due_at_the_change_and_what_is_repeated_never() {
        assertThat(seconds(NightJob.SPRING_SKIPPED)).containsExactly(0L);
        assertThat(seconds(NightJob.SPRING_ALL_THROUGH)).containsExactly(-15L, -10L, -5L, 0L, 5L, 10L, 15L, 20L);
        assertThat(seconds(NightJob.AUTUMN_ALL_THROUGH)).containsExactly(-15L, -10L, -5L);
        assertThat(seconds(NightJob.AUTUMN_REPEATED)).isEmpty();
        assertThat(seconds(NightJob.AUTUMN_ALL_HOURS)).hasSize(20).contains(-2L, 0L, 2L);
    }

    @Test
    void the_checker_asks_for_these_and_for_no_other() {
        List<String> all = all();

        assertThat(broken(all)).isEmpty();
        all.forEach(task -> {
            List<String> others = new ArrayList<>(all);
            others.remove(task);
            assertThat(broken(others)).as(task).containsExactly("P3-nothing-lost");
        });
        List<String> more = new ArrayList<>(all);
        more.add(name(NightJob.AUTUMN_REPEATED) + "@" + CHANGE.plusSeconds(5).toEpochMilli());
        assertThat(broken(more)).containsExactly("no-phantom");
    }

    private static List<Long> seconds(NightJob job) {
        return job.tasks(name(job), CHANGE, FROM, UNTIL).stream()
                .map(task -> Long.parseLong(task.substring(task.indexOf('@') + 1)))
                .map(at -> Duration.between(CHANGE, Instant.ofEpochMilli(at)).toSeconds())
                .toList();
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (NightJob job : NightJob.values()) {
            all.addAll(job.tasks(name(job), CHANGE, FROM, UNTIL));
        }
        return all;
    }

    private static String name(NightJob job) {
        return job.among(TrafficKind.NIGHT);
    }

    private static Set<String> broken(List<String> claimed) {
        Frame frame = new Frame(
                "night",
                FROM.toEpochMilli(),
                UNTIL.plusSeconds(1).toEpochMilli(),
                OptionalLong.empty(),
                new Frame.Bounds(0, 90_000, 0, 0, 1));
        List<Event> events = claimed.stream()
                .map(task -> Event.of(Long.parseLong(task.substring(task.indexOf('@') + 1)), Kind.CLAIMED, task))
                .toList();
        return Checker.check(new History(frame, TrafficKind.NIGHT.definitions(FROM, UNTIL), events))
                .byRule()
                .keySet();
    }
}
