package io.baton.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.CronTimes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that are Quartz's own, Unix's own and macros: each with its first due times after an instant, counted by hand. */
final class CronFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // The last day, counted back, and its nearest weekday.
                "0 0 12 L * ?; 2026-01-15; 2026-01-31T12 2026-02-28T12 2026-03-31T12",
                "0 0 12 L 2 ?; 2027-03-01; 2028-02-29T12 2029-02-28T12",
                "0 0 12 L-3 * ?; 2026-01-15; 2026-01-28T12 2026-02-25T12 2026-03-28T12",
                "0 0 12 LW * ?; 2026-01-15; 2026-01-30T12 2026-02-27T12 2026-03-31T12",
                "0 0 12 L-1W * ?; 2026-01-15; 2026-01-30T12 2026-02-27T12 2026-03-30T12",
                "0 0 12 L,15 * ?; 2026-01-15T13; 2026-01-31T12 2026-02-15T12 2026-02-28T12",
                // The nearest weekday: 15 August 2026 is a Saturday, 15 November a Sunday, 1 August a Saturday.
                "0 0 9 15W * ?; 2026-08-01; 2026-08-14T09 2026-09-15T09 2026-10-15T09 2026-11-16T09",
                "0 0 9 15W * ?; 2026-11-15T10; 2026-11-16T09 2026-12-15T09",
                "0 0 9,17 15W * ?; 2026-08-10T13; 2026-08-14T09 2026-08-14T17 2026-09-15T09",
                "0 0 9,17 15W * ?; 2026-11-15T10; 2026-11-16T09 2026-11-16T17 2026-12-15T09",
                "0 0 9 1W * ?; 2026-07-31; 2026-08-03T09 2026-09-01T09",
                "0 0 9 31W * ?; 2026-01-01; 2026-01-30T09 2026-03-31T09 2026-05-29T09",
                "0 0 9 15W,20W 8 ?; 2026-08-01; 2026-08-14T09 2026-08-20T09 2027-08-16T09",
                "0 0 9 15W,16 11 ?; 2026-11-01; 2026-11-16T09 2027-11-15T09",
                "0 0 9 15,15W 11 ?; 2026-11-01; 2026-11-15T09 2026-11-16T09 2027-11-15T09",
                // The last and the nth weekday of a month; 6 is Friday.
                "0 0 12 ? * 6L; 2026-01-15; 2026-01-30T12 2026-02-27T12",
                "0 0 12 ? * FRIL; 2026-01-15; 2026-01-30T12 2026-02-27T12",
                "0 0 12 ? * L; 2026-01-15; 2026-01-17T12 2026-01-24T12",
                "0 0 12 ? * 2#1; 2026-01-15; 2026-02-02T12 2026-03-02T12 2026-04-06T12",
                "0 0 12 ? * FRI#2; 2026-01-15; 2026-02-13T12 2026-03-13T12",
                "0 0 12 ? * 1#5; 2026-01-15; 2026-03-29T12 2026-05-31T12",
                // Names, small letters, wrapping ranges, steps, years.
                "0 0 12 ? jan-mar mon; 2026-03-25; 2026-03-30T12 2027-01-04T12",
                "0 0 12 ? NOV-FEB SAT-SUN; 2026-02-27; 2026-02-28T12 2026-11-01T12 2026-11-07T12",
                "0 0 12 ? * MON-FRI/2; 2026-01-15; 2026-01-16T12 2026-01-19T12 2026-01-21T12",
                "0 0 22-2/2 * * ?; 2026-01-15T12; 2026-01-15T22 2026-01-16T00 2026-01-16T02 2026-01-16T22",
                "0 0 12 30-2 * ?; 2026-02-01; 2026-02-01T12 2026-02-02T12 2026-03-01T12 2026-03-02T12 2026-03-30T12",
                "0 0 0 1 1 ? 2027-2029; 2026-01-15; 2027-01-01T00 2028-01-01T00 2029-01-01T00",
                "0 0 0 1 1 ? 2027/4; 2026-01-15; 2027-01-01T00 2031-01-01T00",
                "0 0 0 1 1 ? 2027,2031-2035/2; 2026-01-15; 2027-01-01T00 2031-01-01T00 2033-01-01T00 2035-01-01T00",
                "0 0 0 1 * *; 2026-01-15; refused",
                "0 5/20 10 * * *; 2026-01-15; 2026-01-15T10:05 2026-01-15T10:25 2026-01-15T10:45 2026-01-16T10:05",
                "*/20 0 0 * * ?; 2026-01-15T00:00:01; 2026-01-15T00:00:20 2026-01-15T00:00:40 2026-01-16T00:00:00",
                "  0   0\t12 ? *  SUN ; 2026-01-15; 2026-01-18T12",
            })
    void quartz(String text, String after, String due) {
        check(text, after, due);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "30 4 1,15 * 5; 2026-01-01T12; 2026-01-02T04:30 2026-01-09T04:30 2026-01-15T04:30 2026-01-16T04:30",
                "0 12 * * 0; 2026-01-15; 2026-01-18T12 2026-01-25T12",
                "0 12 * * 7; 2026-01-15; 2026-01-18T12 2026-01-25T12",
                "0 12 * * sun; 2026-01-15; 2026-01-18T12 2026-01-25T12",
                "0 12 * * 5-7; 2026-01-15; 2026-01-16T12 2026-01-17T12 2026-01-18T12 2026-01-23T12",
                "0 12 * * fri-mon; 2026-01-15; 2026-01-16T12 2026-01-17T12 2026-01-18T12 2026-01-19T12 2026-01-23T12",
                "0 12 * * 0-7; 2026-01-15; 2026-01-15T12 2026-01-16T12 2026-01-17T12 2026-01-18T12",
                "0 12 * * 7-2; 2026-01-15; 2026-01-18T12 2026-01-19T12 2026-01-20T12 2026-01-25T12",
                "0 12 * * 7-7; 2026-01-15; 2026-01-18T12 2026-01-25T12",
                "0 12 * * 1-5/2; 2026-01-15; 2026-01-16T12 2026-01-19T12 2026-01-21T12",
                "0 12 * * */2; 2026-01-15; 2026-01-15T12 2026-01-17T12 2026-01-18T12 2026-01-20T12",
                "0 12 */10 * *; 2026-01-15; 2026-01-21T12 2026-01-31T12 2026-02-01T12",
                "*/25 * * * *; 2026-01-15; 2026-01-15T00:25 2026-01-15T00:50 2026-01-15T01:00",
                "0 22-2 * * *; 2026-01-15T12; 2026-01-15T22 2026-01-15T23 2026-01-16T00 2026-01-16T01 2026-01-16T02",
                "0 0 1 jan-mar *; 2026-01-15; 2026-02-01T00 2026-03-01T00 2027-01-01T00",
                "0 0 1-31 * 1; 2026-01-15; 2026-01-16T00 2026-01-17T00",
                "0 0 31 * *; 2026-01-15; 2026-01-31T00 2026-03-31T00 2026-05-31T00",
            })
    void unix(String text, String after, String due) {
        check(text, after, due);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "@hourly; 2026-01-15T10:30; 2026-01-15T11 2026-01-15T12",
                "@daily; 2026-01-15T10:30; 2026-01-16T00 2026-01-17T00",
                "@midnight; 2026-01-15T10:30; 2026-01-16T00 2026-01-17T00",
                "@Weekly; 2026-01-15T10:30; 2026-01-18T00 2026-01-25T00",
                "@monthly; 2026-01-15T10:30; 2026-02-01T00 2026-03-01T00",
                "@yearly; 2026-01-15T10:30; 2027-01-01T00 2028-01-01T00",
                "@annually; 2026-01-15T10:30; 2027-01-01T00 2028-01-01T00",
            })
    void macros(String text, String after, String due) {
        check(text, after, due);
    }

    private static void check(String text, String after, String due) {
        QuartzCronParser parser = new QuartzCronParser();
        if (due.equals("refused")) {
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                    .isThrownBy(() -> parser.parse(text, ZoneOffset.UTC));
            return;
        }
        List<Instant> expected = new ArrayList<>();
        for (String one : due.split(" ")) {
            expected.add(at(one));
        }
        CronTimes times = parser.parse(text, ZoneOffset.UTC);
        List<Instant> found = new ArrayList<>();
        Optional<Instant> next = times.next(at(after));
        while (next.isPresent() && found.size() < expected.size()) {
            found.add(next.get());
            next = times.next(next.get());
        }
        assertThat(found).isEqualTo(expected);
    }

    /** 2026-01-15, 2026-01-15T12, 2026-01-15T12:30 and 2026-01-15T12:30:20, all in UTC. */
    private static Instant at(String text) {
        String pattern = "0000-00-00T00:00:00";
        return Instant.parse(text + pattern.substring(text.length()) + "Z");
    }
}
