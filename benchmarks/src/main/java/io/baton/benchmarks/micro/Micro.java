package io.baton.benchmarks.micro;

import io.baton.resilience.cluster.ClassPath;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of this package: {@code Micro [REGEX]}, all without one. One JVM each, three seconds of warm-up and five of
 * measurement; average time in nanoseconds.
 */
public final class Micro {
    private Micro() {}

    public static void main(String[] arguments) throws RunnerException {
        // JMH starts its JVMs with this property, which is not this program's inside Maven.
        System.setProperty("java.class.path", ClassPath.ofThisProgram());
        String which = arguments.length > 0 ? arguments[0] : Micro.class.getPackageName();
        new Runner(new OptionsBuilder()
                        .include(which)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .resultFormat(ResultFormatType.JSON)
                        .result("target/micro.json")
                        .build())
                .run();
    }
}
