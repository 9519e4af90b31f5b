package io.baton.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.starts.Starts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a result. */
final class MeasuredTest {
    private static final long FROM = 1_795_690_636_000L;

    @TempDir
    private Path folder;

    @Test
    void starts_of_all_processes_are_counted_by_task() throws IOException {
        write("starts-1.txt", "a " + FROM + " " + (FROM + 10) + "\nb " + FROM + " " + (FROM + 30) + "\n");
        write("starts-2.txt", "c " + FROM + " " + (FROM + 20) + "\nd " + FROM + " 17956");

        Starts starts = Starts.in(folder, 0, Long.MAX_VALUE);

        assertThat(starts.lateness()).containsExactly(10L, 20L, 30L);
        assertThat(starts.distinct()).isEqualTo(3);
        assertThat(starts.percentile(0.5)).isEqualTo(20);
        assertThat(measured(starts, 3).blame()).isEmpty();
        assertThat(measured(starts, 3).rate()).isEqualTo(100);
    }

    @Test
    void a_result_with_a_lost_or_a_doubled_task_is_void() throws IOException {
        write("starts-1.txt", "a " + FROM + " " + FROM + "\na " + FROM + " " + FROM + "\n");

        Starts starts = Starts.in(folder, 0, Long.MAX_VALUE);

        assertThat(measured(starts, 1).blame()).isEqualTo("1 twice");
        assertThat(measured(starts, 2).blame()).isEqualTo("1 lost");
        assertThat(measured(starts, 2).row()).contains("VOID: 1 lost");
    }

    @Test
    void a_result_whose_record_has_other_rows_than_ran_is_void() throws IOException {
        write("starts-1.txt", "a " + FROM + " " + FROM + "\n");
        Starts starts = Starts.in(folder, 0, Long.MAX_VALUE);

        assertThat(recorded(starts, 1, 1).blame()).isEmpty();
        assertThat(recorded(starts, 2, 1).blame()).isEqualTo("its record has 2 rows, 1 succeeded");
        assertThat(recorded(starts, 1, 0).blame()).isEqualTo("its record has 1 rows, 0 succeeded");
    }

    private static Measured recorded(Starts starts, long all, long succeeded) {
        Contender.Recorded record = new Contender.Recorded(all, succeeded);
        return new Measured("any", "any", FROM, 1, starts, new Cost(0, 0, 0, 0, 0), Optional.of(record));
    }

    @Test
    void what_was_due_before_or_after_the_measured_time_does_not_count() throws IOException {
        write(
                "starts-1.txt",
                "a " + FROM + " " + FROM + "\nb " + (FROM + 1_000) + " " + (FROM + 1_000) + "\nc " + (FROM - 1) + " "
                        + FROM + "\n");

        assertThat(Starts.in(folder, FROM, FROM + 1_000).all()).isEqualTo(1);
    }

    @Test
    void what_starts_eight_seconds_after_the_measured_time_is_executed_but_not_in_time() throws IOException {
        write("starts-1.txt", "a " + FROM + " " + (FROM + 8_999) + "\nb " + FROM + " " + (FROM + 9_000) + "\n");

        Starts starts = Starts.in(folder, FROM, FROM + 1_000);

        assertThat(starts.distinct()).isEqualTo(2);
        assertThat(starts.inTime()).isEqualTo(1);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Measured measured(Starts starts, long expected) {
        return new Measured("any", "any", FROM, expected, starts, new Cost(0, 0, 0, 0, 0), Optional.empty());
    }
}
