package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Retry;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Spread;
import io.baton.domain.job.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Turns a definition into the fields of a job file; reading them gives the same definition again. */
public final class JobWriter {
    private final Function<JsonText, Object> json;

    /** @param json reads JSON as a tree of maps, lists and scalars */
    public JobWriter(Function<JsonText, Object> json) {
        this.json = json;
    }

    public Map<String, Object> write(Job job) {
        JobSpec spec = job.spec();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", job.key().toString());
        putUnless("", "title", spec.about().title(), fields);
        putUnless("", "description", spec.about().description(), fields);
        if (!spec.about().tags().isEmpty()) {
            fields.put("tags", spec.about().tags());
        }
        fields.put("target", spec.work().target().text());
        fields.put("schedule", schedule(spec.schedule()));
        fields.put("placement", placement(spec.placement()));
        if (!spec.placement().labels().values().isEmpty()) {
            fields.put("labels", spec.placement().labels().values());
        }
        rules(spec.rules(), fields);
        fields.put("enabled", job.enabled());
        if (!spec.work().data().equals(JsonText.EMPTY_OBJECT)) {
            fields.put("data", json.apply(spec.work().data()));
        }
        return fields;
    }

    private static Map<String, Object> schedule(Schedule schedule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        return schedule.fold(
                cron -> {
                    fields.put("cron", cron.expression());
                    fields.put("zone", cron.zone().getId());
                    return window(cron.window(), fields);
                },
                every -> {
                    fields.put("every", Durations.text(every.interval()));
                    return window(every.window(), fields);
                },
                once -> {
                    fields.put("once", once.at().toString());
                    return fields;
                },
                manual -> {
                    fields.put("manual", true);
                    return fields;
                });
    }

    private static Map<String, Object> window(Window window, Map<String, Object> fields) {
        window.from().ifPresent(from -> fields.put("from", from.toString()));
        window.until().ifPresent(until -> fields.put("until", until.toString()));
        return fields;
    }

    private static Object placement(Placement placement) {
        return placement.spread() == Spread.SHARDS
                ? Map.of("shards", placement.shards())
                : Words.of(placement.spread());
    }

    private static void rules(Rules rules, Map<String, Object> fields) {
        fields.put("overlap", Words.of(rules.overlap()));
        fields.put("delivery", Words.of(rules.delivery()));
        fields.put("misfire", Words.of(rules.misfire().policy()));
        fields.put("misfire-threshold", Durations.text(rules.misfire().threshold()));
        rules.timeout().ifPresent(t -> fields.put("timeout", Durations.text(t)));
        Retry retry = rules.retry();
        if (!retry.equals(Retry.NONE)) {
            Map<String, Object> shape = new LinkedHashMap<>();
            shape.put("attempts", retry.attempts());
            shape.put("delay", Durations.text(retry.delay()));
            shape.put("factor", retry.factor());
            shape.put("max-delay", Durations.text(retry.maxDelay()));
            fields.put("retry", shape);
        }
    }

    private static void putUnless(String absent, String name, String value, Map<String, Object> fields) {
        if (!value.equals(absent)) {
            fields.put(name, value);
        }
    }
}
