package io.baton.resilience.simulation;

import io.baton.application.NodeTimings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan of a seed: every seed is another cluster with other jobs and other faults, some with none at all. */
final class Planner {
    /** 1 in 12 seeds is calm: there even lateness is judged. */
    private static final double CALM = 0.08;

    private static final List<List<Integer>> TIMINGS =
            List.of(List.of(1, 3), List.of(1, 6), List.of(2, 8), List.of(5, 30));

    private final Chance chance;
    private final long seed;

    private Planner(long seed) {
        this.seed = seed;
        this.chance = new Chance(seed);
    }

    static Plan of(long seed) {
        return new Planner(seed).plan();
    }

    private Plan plan() {
        int nodes = (int) chance.between(1, 4);
        List<Integer> pace = chance.of(0.1) ? TIMINGS.get(3) : TIMINGS.get(chance.upTo(2));
        NodeTimings timings = new NodeTimings(
                Duration.ofSeconds(pace.get(0)),
                Duration.ofSeconds(pace.get(1)),
                Duration.ofSeconds(5),
                Duration.ofDays(1));
        long until = chance.between(12_000, 20_000) + (long) pace.get(1) * chance.between(500, 2_000);
        boolean calm = chance.of(CALM);
        List<Long> skew = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            skew.add(chance.of(0.5) ? chance.between(-40, 40) : chance.of(0.2) ? chance.between(-900, 900) : 0L);
        }
        Plan.Cluster cluster = new Plan.Cluster(nodes, (int) chance.between(calm ? 3 : 1, 4), timings, skew);
        List<JobPlan> jobs = jobs(until, calm ? 100 : 6_000);
        List<Fault> faults = calm ? List.of() : faults(nodes, jobs.size(), pace.get(1) * 1_000L, until);
        return new Plan(seed, cluster, jobs, faults, calm ? CallFaults.NONE : calls(), until);
    }

    private CallFaults calls() {
        if (chance.of(0.3)) {
            return CallFaults.NONE;
        }
        return new CallFaults(some(0.01), some(0.03), some(0.03), some(0.05), some(0.0015), some(0.002));
    }

    private double some(double rate) {
        return chance.of(0.5) ? rate * chance.between(1, 4) / 2 : 0;
    }

    private List<Fault> faults(int nodes, int jobs, long timeout, long until) {
        List<Fault> faults = new ArrayList<>();
        int count = (int) chance.between(1, 6);
        for (int n = 0; n < count; n++) {
            Fault.Kind kind = chance.oneOf(List.of(Fault.Kind.values()));
            long at = chance.between(4_000, until - 500);
            long lasts = Math.min(until - at, lasts(kind, timeout));
            int node = kind.ofNode() ? chance.upTo(nodes - 1) : chance.upTo(jobs - 1);
            faults.add(new Fault(kind, at, node, lasts, size(kind)));
        }
        return faults;
    }

    private long lasts(Fault.Kind kind, long timeout) {
        return switch (kind) {
            case REDIS_WIPED, REDIS_ROLLED_BACK, REDIS_CLOCK_STEPPED, JOB_EDITED, JOB_DELETED, TASK_CANCELLED -> 0;
            case NODE_KILLED, NODE_RESTARTED -> chance.spread(200, timeout * 2);
            default -> chance.spread(200, timeout * 3);
        };
    }

    private long size(Fault.Kind kind) {
        return switch (kind) {
            case NODE_CLOCK_STEPPED -> (chance.of(0.5) ? 1 : -1) * chance.spread(100, 3_600_000);
            case REDIS_CLOCK_STEPPED -> (chance.of(0.5) ? 1 : -1) * chance.spread(1_000, 120_000);
            case REDIS_ROLLED_BACK, REDIS_SPLIT -> chance.spread(50, 10_000);
            default -> 0;
        };
    }

    private List<JobPlan> jobs(long until, long longest) {
        List<JobPlan> jobs = new ArrayList<>();
        int count = (int) chance.between(1, 3);
        for (int n = 0; n < count; n++) {
            jobs.add(job("G.j" + n, until, longest));
        }
        return jobs;
    }

    private JobPlan job(String name, long until, long longest) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("target", "bean.run");
        fields.put("schedule", schedule(until));
        fields.put("overlap", chance.oneOf(List.of("allow", "allow", "queue", "skip", "replace")));
        fields.put("delivery", chance.oneOf(List.of("at-most-once", "at-least-once")));
        fields.put("misfire", chance.oneOf(List.of("fire-once", "skip", "fire-all")));
        fields.put("misfire-threshold", chance.oneOf(List.of("5s", "20s", "60s")));
        placement(fields);
        if (chance.of(0.3)) {
            fields.put("retry", Map.of("attempts", chance.between(2, 3), "delay", "1s", "factor", 2.0));
        }
        if (chance.of(0.2)) {
            fields.put("timeout", chance.oneOf(List.of("500ms", "2s")));
        }
        return new JobPlan(name, fields, new JobPlan.Runs(chance.spread(20, longest), some(0.2), chance.of(0.8)));
    }

    private void placement(Map<String, Object> fields) {
        if (chance.of(0.12)) {
            fields.put("placement", "master");
        } else if (chance.of(0.1)) {
            fields.put("placement", "broadcast");
        } else if (chance.of(0.15)) {
            fields.put("placement", Map.of("shards", chance.between(2, 3)));
        }
    }

    private Map<String, Object> schedule(long until) {
        String end = World.BEGIN.plusMillis(until).toString();
        if (chance.of(0.1)) {
            return Map.of(
                    "once", World.BEGIN.plusMillis(chance.between(5_000, until)).toString());
        }
        if (chance.of(0.1)) {
            return Map.of("manual", true);
        }
        if (chance.of(0.15)) {
            return Map.of("cron", "*/" + chance.between(2, 7) + " * * * * ?", "zone", "UTC", "until", end);
        }
        return Map.of("every", chance.oneOf(List.of("1s", "2s", "3s", "5s", "7s")), "until", end);
    }
}
