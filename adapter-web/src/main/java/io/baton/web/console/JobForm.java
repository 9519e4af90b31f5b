package io.baton.web.console;

import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.domain.job.Job;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The form in which a job is made and changed. The script checks it with the server as one types. */
final class JobForm {
    private final Office.Counters counters;
    private final Desk.Look look;
    private final Function<Object, String> json;

    /** @param json writes a tree as text */
    JobForm(Office.Counters counters, Desk.Look look, Function<Object, String> json) {
        this.counters = counters;
        this.look = look;
        this.json = json;
    }

    /** @param job as it is; empty = a new one */
    String page(Visit visit, Optional<Job> job) {
        Map<String, Object> fields = job.map(look.writer()::write).orElse(Map.of());
        String title = job.map(one -> visit.say("form.edit", one.key())).orElse(visit.say("form.new"));
        Tag form = Tag.of("form", "job-form")
                .flag("data-job", true)
                .with("data-create", job.isPresent() ? "" : "yes")
                .with(
                        "data-version",
                        job.map(one -> String.valueOf(one.version())).orElse(""));
        form.add(what(visit, fields, job.isPresent()), when(visit, fields), where(visit, fields), how(visit, fields));
        form.add(Tag.of("p", "tools")
                .add(
                        Tag.of("button", "primary").with("type", "submit").text(visit.say("form.save")),
                        Parts.link(
                                        job.map(one -> "/jobs/"
                                                        + Parts.url(one.key().toString()))
                                                .orElse("/jobs"),
                                        visit.say("form.cancel"))
                                .with("class", "button")));
        form.add(Forms.wrong());
        return Shell.page(visit, title, form);
    }

    private Html what(Visit visit, Map<String, Object> fields, boolean exists) {
        Tag targets = Tag.of("datalist").with("id", "targets");
        for (TargetEntry target : counters.cluster().targets(visit.who())) {
            String call = target.name()
                    + (target.parameters().isEmpty() ? "" : "(" + String.join(", ", target.parameters()) + ")");
            targets.add(Tag.of("option").with("value", call).text(target.description()));
        }
        return Parts.card(
                visit.say("form.what"),
                Forms.field(
                        FieldWords.of(visit, "name"),
                        Forms.input("name", text(fields, "name"))
                                .flag("readonly", exists)
                                .flag("required", true),
                        visit.say("form.name-hint")),
                Forms.field(FieldWords.of(visit, "title"), Forms.input("title", text(fields, "title"))),
                Forms.field(
                        FieldWords.of(visit, "target"),
                        Forms.input("target", text(fields, "target"))
                                .with("list", "targets")
                                .flag("required", true),
                        visit.say("form.target-hint")),
                targets,
                Forms.field(
                        FieldWords.of(visit, "data"), Forms.area("data", data(fields), 3), visit.say("form.data-hint")),
                Forms.field(
                        FieldWords.of(visit, "tags"),
                        Forms.input("tags", list(fields, "tags")),
                        visit.say("form.tags-hint")),
                Forms.field(
                        FieldWords.of(visit, "description"),
                        Forms.area("description", text(fields, "description"), 2)));
    }

    private static Html when(Visit visit, Map<String, Object> fields) {
        Map<?, ?> schedule = fields.get("schedule") instanceof Map<?, ?> map ? map : Map.of("cron", "");
        String kind = List.of("cron", "every", "once", "manual").stream()
                .filter(schedule::containsKey)
                .findFirst()
                .orElse("cron");
        Tag kinds = Tag.of("select").with("name", "kind");
        List.of("cron", "every", "once", "manual")
                .forEach(one -> kinds.add(Forms.option(one, visit.say("schedule.kind." + one), kind)));
        return Parts.card(
                visit.say("form.when"),
                Forms.field(FieldWords.of(visit, "schedule"), kinds),
                only(
                        "cron",
                        Forms.field(
                                FieldWords.of(visit, "cron"),
                                Forms.input("cron", text(schedule, "cron")),
                                visit.say("form.cron-hint"))),
                only(
                        "cron",
                        Forms.field(
                                FieldWords.of(visit, "zone"),
                                Forms.input("zone", text(schedule, "zone")),
                                visit.say("form.zone-hint"))),
                only(
                        "every",
                        Forms.field(
                                FieldWords.of(visit, "every"),
                                Forms.input("every", text(schedule, "every")),
                                visit.say("form.every-hint"))),
                only(
                        "once",
                        Forms.field(
                                FieldWords.of(visit, "once"),
                                Forms.input("once", text(schedule, "once")),
                                visit.say("form.once-hint"))),
                only(
                        "cron every",
                        Forms.field(
                                FieldWords.of(visit, "from"),
                                Forms.input("from", text(schedule, "from")),
                                visit.say("form.from-hint"))),
                only(
                        "cron every",
                        Forms.field(
                                FieldWords.of(visit, "until"),
                                Forms.input("until", text(schedule, "until")),
                                visit.say("form.until-hint"))),
                only(
                        "cron",
                        Tag.of("div")
                                .flag("data-preview", true)
                                .with("lang", visit.manner().tongue().language())
                                .with("aria-live", "polite")));
    }

    /** @param kinds of schedules that have the field, apart by spaces */
    private static Tag only(String kinds, Tag field) {
        return field.with("data-kind", kinds);
    }

    private static Html where(Visit visit, Map<String, Object> fields) {
        Object placement = fields.getOrDefault("placement", "any");
        String shards = placement instanceof Map<?, ?> map ? String.valueOf(map.get("shards")) : "";
        return Parts.card(
                visit.say("form.where"),
                Forms.field(
                        FieldWords.of(visit, "placement"),
                        Forms.select(
                                visit,
                                "placement",
                                shards.isEmpty() ? String.valueOf(placement) : "shards",
                                List.of("any", "master", "broadcast", "shards")),
                        visit.say("form.placement-hint")),
                Forms.field(
                        FieldWords.of(visit, "shards"),
                        Forms.input("shards", shards).with("inputmode", "numeric")),
                Forms.field(
                        FieldWords.of(visit, "labels"),
                        Forms.input("labels", labels(fields)),
                        visit.say("form.labels-hint")));
    }

    private static Html how(Visit visit, Map<String, Object> fields) {
        Map<?, ?> retry = fields.get("retry") instanceof Map<?, ?> map ? map : Map.of();
        return Parts.card(
                visit.say("form.how"),
                Forms.field(
                        FieldWords.of(visit, "overlap"),
                        Forms.select(
                                visit,
                                "overlap",
                                text(fields, "overlap"),
                                List.of("allow", "queue", "skip", "replace")),
                        visit.say("form.overlap-hint")),
                Forms.field(
                        FieldWords.of(visit, "delivery"),
                        Forms.select(
                                visit, "delivery", text(fields, "delivery"), List.of("at-most-once", "at-least-once")),
                        visit.say("form.delivery-hint")),
                Forms.field(
                        FieldWords.of(visit, "misfire"),
                        Forms.select(
                                visit, "misfire", text(fields, "misfire"), List.of("fire-once", "skip", "fire-all")),
                        visit.say("form.misfire-hint")),
                Forms.field(
                        FieldWords.of(visit, "misfire-threshold"),
                        Forms.input("misfire-threshold", text(fields, "misfire-threshold")),
                        visit.say("form.misfire-threshold-hint")),
                Forms.field(
                        FieldWords.of(visit, "timeout"),
                        Forms.input("timeout", text(fields, "timeout")),
                        visit.say("form.timeout-hint")),
                Forms.field(
                        FieldWords.of(visit, "attempts"),
                        Forms.input("attempts", text(retry, "attempts")).with("inputmode", "numeric"),
                        visit.say("form.attempts-hint")),
                Forms.field(FieldWords.of(visit, "delay"), Forms.input("delay", text(retry, "delay"))),
                Forms.field(
                        FieldWords.of(visit, "factor"),
                        Forms.input("factor", text(retry, "factor")).with("inputmode", "decimal"),
                        visit.say("form.factor-hint")),
                Forms.field(FieldWords.of(visit, "max-delay"), Forms.input("max-delay", text(retry, "max-delay"))));
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static String list(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : "";
    }

    private static String labels(Map<?, ?> fields) {
        return fields.get("labels") instanceof Map<?, ?> map
                ? String.join(
                        ", ",
                        map.entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .toList())
                : "";
    }

    private String data(Map<?, ?> fields) {
        Object data = fields.get("data");
        return data == null ? "" : json.apply(data);
    }
}
