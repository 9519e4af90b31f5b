package io.baton.web.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of a job file in words. A field within another has its name behind a dot, such as {@code schedule.cron}. */
final class FieldWords {
    /** What stands within others; data and labels hold names that people gave. */
    private static final Set<String> GROUPS = Set.of("schedule", "placement", "retry");

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("name", "job.name"),
            Map.entry("title", "job.title"),
            Map.entry("description", "job.description"),
            Map.entry("tags", "job.tags"),
            Map.entry("target", "job.target"),
            Map.entry("data", "job.data"),
            Map.entry("enabled", "job.enabled"),
            Map.entry("schedule", "job.schedule"),
            Map.entry("cron", "schedule.cron"),
            Map.entry("zone", "schedule.zone"),
            Map.entry("every", "schedule.interval"),
            Map.entry("once", "schedule.at"),
            Map.entry("manual", "schedule.kind.manual"),
            Map.entry("from", "form.from"),
            Map.entry("until", "form.until"),
            Map.entry("placement", "job.placement"),
            Map.entry("shards", "job.shards"),
            Map.entry("labels", "job.labels"),
            Map.entry("overlap", "job.overlap"),
            Map.entry("delivery", "job.delivery"),
            Map.entry("misfire", "job.misfire"),
            Map.entry("misfire-threshold", "job.misfire-threshold"),
            Map.entry("timeout", "job.timeout"),
            Map.entry("retry", "job.retry"),
            Map.entry("attempts", "job.attempts"),
            Map.entry("delay", "job.delay"),
            Map.entry("factor", "job.factor"),
            Map.entry("max-delay", "job.max-delay"));

    private FieldWords() {}

    /** The words; the name itself if there are none for it. @param field also without the name of what it stands within */
    static String of(Tongue tongue, String field) {
        int dot = field.indexOf('.');
        boolean within = dot > 0 && GROUPS.contains(field.substring(0, dot));
        String key = KEYS.get(within ? field.substring(dot + 1) : field);
        return key == null ? field : tongue.say(key);
    }

    static String of(Visit visit, String field) {
        return of(visit.manner().tongue(), field);
    }

    /** The fields of a definition, those of its schedule, placement and retries among them: {@code schedule.cron} = … */
    static Map<String, Object> flat(Map<String, Object> fields) {
        Map<String, Object> flat = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (GROUPS.contains(name) && value instanceof Map<?, ?> inner) {
                inner.forEach((part, content) -> flat.put(name + "." + part, content));
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }
}
