package io.baton.bootstrap.metrics;

import io.baton.domain.job.JobKey;
import io.baton.domain.task.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The node's meters. Labels are bounded: the first 500 jobs by name, all others as {@code other}. */
public final class Meters {
    private static final int MOST_JOBS = 500;
    private static final String OTHER = "other";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, AtomicLong> lastSuccess = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final Timer skew = timer("scheduler.fire.skew", "From the due time to the start", Tags.empty());
    private final Timer wait = timer("scheduler.queue.wait", "From the message to the start", Tags.empty());

    public Meters() {
        for (Outcome outcome : Outcome.values()) {
            counter("scheduler.firings", "outcome", outcome.name());
        }
        for (String step : new String[] {"claim", "start", "finish"}) {
            counter("scheduler.duplicate.suppressed", "step", step);
        }
        counter("scheduler.recoveries", "reason", "NONE");
        counter("scheduler.lost");
        counter("scheduler.late.results");
        counter("scheduler.overlap.skips");
        OlderForm.labels().forEach(form -> counter("scheduler.legacy.messages", "form", form));
        counter("scheduler.dead.lettered");
        registry.gauge("scheduler.runs.in.progress", running);
    }

    MeterRegistry registry() {
        return registry;
    }

    /** All meters as Prometheus reads them. */
    public String scrape() {
        return registry.scrape();
    }

    void began() {
        running.incrementAndGet();
    }

    void ended() {
        running.decrementAndGet();
    }

    int running() {
        return running.get();
    }

    void started(Duration late, Duration waited) {
        skew.record(late.isNegative() ? Duration.ZERO : late);
        wait.record(waited.isNegative() ? Duration.ZERO : waited);
    }

    void finished(JobKey job, Outcome outcome, Duration took) {
        String label = label(job);
        timer("scheduler.run.duration", "How long runs take", Tags.of("job", label, "outcome", outcome.name()))
                .record(took);
    }

    void succeeded(JobKey job, long epochSecond) {
        String label = label(job);
        AtomicLong last = lastSuccess.get(label);
        if (last != null) {
            last.set(epochSecond);
        }
    }

    /** The job's name while there is room; its gauge comes with it. */
    private String label(JobKey job) {
        String name = job.toString();
        if (lastSuccess.containsKey(name)) {
            return name;
        }
        String label = lastSuccess.size() < MOST_JOBS ? name : OTHER;
        lastSuccess.computeIfAbsent(label, key -> {
            AtomicLong last = new AtomicLong();
            registry.gauge("scheduler.last.success.timestamp.seconds", Tags.of("job", key), last);
            return last;
        });
        return label;
    }

    /** A counter that somebody else keeps. @param value only grows */
    public void counted(String name, LongSupplier value) {
        FunctionCounter.builder(name, value, LongSupplier::getAsLong).register(registry);
    }

    /** A gauge that is asked at each scrape. */
    public void gauge(String name, Supplier<Number> value, String... tags) {
        Gauge.builder(name, value).tags(tags).register(registry);
    }

    void count(String name, double amount, String... tags) {
        counter(name, tags).increment(amount);
    }

    private Counter counter(String name, String... tags) {
        return registry.counter(name, tags);
    }

    Timer timer(String name, String about, Tags tags) {
        return Timer.builder(name)
                .description(about)
                .tags(tags)
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1))
                .register(registry);
    }
}
