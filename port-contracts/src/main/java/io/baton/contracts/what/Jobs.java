package io.baton.contracts.what;

import io.baton.domain.job.About;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.job.MisfireRule;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Retry;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Spread;
import io.baton.domain.job.Window;
import io.baton.domain.port.JobChanges;
import io.baton.domain.target.InvocationTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions of jobs to test with. */
public final class Jobs {
    private Jobs() {}

    /** A job that may overlap, at most once, on any node. */
    public static JobSpec plain() {
        return with(Overlap.ALLOW, Delivery.AT_MOST_ONCE);
    }

    public static JobSpec with(Overlap overlap, Delivery delivery) {
        return with(overlap, delivery, Placement.ANYWHERE);
    }

    public static JobSpec with(Overlap overlap, Delivery delivery, Placement placement) {
        Rules rules = new Rules(overlap, delivery, MisfireRule.DEFAULT, Optional.empty(), Retry.NONE);
        return new JobSpec(About.NOTHING, work("demo.run"), new Schedule.Manual(), placement, rules);
    }

    public static JobSpec sharded(Overlap overlap, int shards) {
        return with(overlap, Delivery.AT_MOST_ONCE, new Placement(Spread.SHARDS, shards, Labels.NONE));
    }

    public static JobSpec broadcast(Overlap overlap) {
        return with(overlap, Delivery.AT_LEAST_ONCE, new Placement(Spread.BROADCAST, 1, Labels.NONE));
    }

    public static JobSpec scheduled(Schedule schedule) {
        return new JobSpec(About.NOTHING, work("demo.run"), schedule, Placement.ANYWHERE, Rules.DEFAULT);
    }

    public static JobSpec calling(String target) {
        return new JobSpec(About.NOTHING, work(target), new Schedule.Manual(), Placement.ANYWHERE, Rules.DEFAULT);
    }

    /** A job in which no field has its default, with texts that break what does not escape. */
    public static JobSpec full() {
        Window window = new Window(
                Optional.of(Instant.parse("2026-01-02T03:04:05.678Z")),
                Optional.of(Instant.parse("2033-01-02T03:04:05.001Z")));
        return new JobSpec(
                new About("打个招呼 🎉 'quoted' \"twice\"", "back\\slash; --\nsecond line\t%_", List.of("b", "a b", "ü")),
                new JobSpec.Work(
                        InvocationTarget.parse("demoTask.greet(\"hello, 'you' 🎉\", 42, -42L, 3.5D, true)"),
                        new JsonText("{\"k\": [1, 2.50, \"\\u00e9 é 🎉\", null]}")),
                new Schedule.Cron("0/5 * * * * ?", ZoneId.of("Asia/Shanghai"), window),
                new Placement(Spread.SHARDS, 4, new Labels(Map.of("zone", "a", "gpu", "yes"))),
                new Rules(
                        Overlap.REPLACE,
                        Delivery.AT_LEAST_ONCE,
                        new MisfireRule(io.baton.domain.job.Misfire.FIRE_ALL, Duration.ofMinutes(7)),
                        Optional.of(Duration.ofMillis(1234)),
                        new Retry(5, Duration.ofSeconds(3), 1.75, Duration.ofMinutes(9))));
    }

    private static JobSpec.Work work(String target) {
        return new JobSpec.Work(InvocationTarget.parse(target), JsonText.EMPTY_OBJECT);
    }

    /** What a store tells of all versions. @throws IllegalStateException if it tells a job twice */
    public static Map<JobKey, Long> stamps(JobChanges jobs) {
        Map<JobKey, Long> stamps = new HashMap<>();
        jobs.stamps((key, version) -> {
            if (stamps.put(key, version) != null) {
                throw new IllegalStateException(key + " was told twice");
            }
        });
        return stamps;
    }
}
