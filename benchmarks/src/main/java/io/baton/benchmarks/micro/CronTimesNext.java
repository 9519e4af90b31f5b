package io.baton.benchmarks.micro;

import io.baton.domain.job.CronTimes;
import io.baton.quartz.QuartzCronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The next due time is looked for after each firing; an expression is read when its job is armed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class CronTimesNext {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Param({"* * * * * ?", "0 0/5 9-17 ? * MON-FRI", "0 0 10 L * ?", "0 12 29 2 *"})
    private String expression = "";

    private final QuartzCronParser parser = new QuartzCronParser();
    private CronTimes times = after -> Optional.empty();

    @Setup
    public void parsed() {
        times = parser.parse(expression, ZONE);
    }

    @Benchmark
    public CronTimes parsing() {
        return parser.parse(expression, ZONE);
    }

    @Benchmark
    public Optional<Instant> next() {
        return times.next(NOW);
    }
}
