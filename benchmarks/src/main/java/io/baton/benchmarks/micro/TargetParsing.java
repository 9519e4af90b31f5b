package io.baton.benchmarks.micro;

import io.baton.domain.target.InvocationTarget;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A target string is read at each start of a task. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class TargetParsing {
    private static final String USUAL = "demoTask.greet(\"hello\", 42, 42L, 3.5D, true)";
    private static final String LONG = IntStream.range(0, 2_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "demoTask.many(", ")"));

    @Benchmark
    public InvocationTarget fiveArguments() {
        return InvocationTarget.parse(USUAL);
    }

    @Benchmark
    public InvocationTarget twoThousandArguments() {
        return InvocationTarget.parse(LONG);
    }
}
