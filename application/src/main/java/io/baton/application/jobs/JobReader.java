package io.baton.application.jobs;

import io.baton.application.Surroundings;
import io.baton.application.jobs.Fields.FieldException;
import io.baton.domain.job.About;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.job.Misfire;
import io.baton.domain.job.MisfireRule;
import io.baton.domain.job.Overlap;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Retry;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Spread;
import io.baton.domain.job.Window;
import io.baton.domain.port.CronParser;
import io.baton.domain.target.InvocationTarget;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns one job of a job file, or of the REST API, into a definition. */
public final class JobReader {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "title",
            "description",
            "tags",
            "target",
            "schedule",
            "placement",
            "labels",
            "overlap",
            "delivery",
            "misfire",
            "misfire-threshold",
            "timeout",
            "retry",
            "enabled",
            "data");

    private final CronParser crons;
    private final Surroundings surroundings;
    private final ZoneId zone;
    private final Function<Object, JsonText> json;

    /**
     * @param zone of schedules that name none
     * @param json writes a tree of maps, lists and scalars as JSON
     */
    public JobReader(CronParser crons, Surroundings surroundings, ZoneId zone, Function<Object, JsonText> json) {
        this.crons = crons;
        this.surroundings = surroundings;
        this.zone = zone;
        this.json = json;
    }

    /** A definition as a user gave it. @param enabled empty = the user did not say */
    public record Read(JobKey key, JobSpec spec, Optional<Boolean> enabled) {}

    /**
     * @param before the schedule in force, whose anchor and zone are kept if the user's words did not change them
     * @throws IllegalArgumentException if a field is wrong; it names field, value and what is allowed
     */
    public Read read(Map<?, ?> members, Optional<Schedule> before) {
        Fields fields = new Fields("", members).only(FIELDS);
        JobKey key = fields.at("name", () -> JobKey.parse(fields.required("name")));
        JobSpec.Work work = new JobSpec.Work(
                fields.at("target", () -> InvocationTarget.parse(fields.required("target"))),
                fields.raw("data")
                        .map(d -> fields.at("data", () -> json.apply(d)))
                        .orElse(JsonText.EMPTY_OBJECT));
        JobSpec spec = new JobSpec(about(fields), work, schedule(fields, before), placement(fields), rules(fields));
        Optional<Boolean> enabled =
                fields.has("enabled") ? Optional.of(fields.flag("enabled", true)) : Optional.empty();
        return new Read(key, spec, enabled);
    }

    private static About about(Fields fields) {
        String title = fields.text("title", "");
        String description = fields.text("description", "");
        // One by one, so that a refusal names the field.
        fields.at("title", () -> new About(title, "", List.of()));
        fields.at("description", () -> new About("", description, List.of()));
        return fields.at("tags", () -> new About(title, description, fields.texts("tags")));
    }

    private Schedule schedule(Fields job, Optional<Schedule> before) {
        Fields fields = job.object("schedule").only(Set.of("cron", "every", "once", "manual", "zone", "from", "until"));
        long kinds = fields.names().stream()
                .filter(Set.of("cron", "every", "once", "manual")::contains)
                .filter(fields::has)
                .count();
        if (kinds != 1) {
            throw new FieldException("schedule", "exactly one of cron, every, once, manual is expected");
        }
        return job.at("schedule", () -> {
            if (fields.has("cron")) {
                return cron(fields, before);
            }
            if (fields.has("every")) {
                return every(fields, before);
            }
            return fields.has("once") ? new Schedule.Once(fields.instant("once").orElseThrow()) : manual(fields);
        });
    }

    /** A job that names no zone keeps the one that it was created with. */
    private Schedule cron(Fields fields, Optional<Schedule> before) {
        String expression = fields.required("cron");
        ZoneId kept = before.filter(Schedule.Cron.class::isInstance)
                .map(Schedule.Cron.class::cast)
                .map(Schedule.Cron::zone)
                .orElse(zone);
        ZoneId in = zone(fields).orElse(kept);
        fields.at("cron", () -> crons.parse(expression, in));
        return new Schedule.Cron(expression, in, window(fields));
    }

    /** An interval that did not change keeps its anchor; one that did is anchored at this moment. */
    private Schedule every(Fields fields, Optional<Schedule> before) {
        zone(fields);
        Duration interval = fields.duration("every").orElseThrow();
        Window window = window(fields);
        Schedule.Every fresh = fields.at("every", () -> new Schedule.Every(interval, surroundings.now(), window));
        return before.filter(Schedule.Every.class::isInstance)
                .map(Schedule.Every.class::cast)
                .filter(old -> old.interval().equals(interval))
                .map(old -> new Schedule.Every(interval, old.anchor(), window))
                .orElse(fresh);
    }

    private static Schedule manual(Fields fields) {
        if (!fields.flag("manual", false)) {
            throw new FieldException("schedule.manual", "only true is allowed");
        }
        return new Schedule.Manual();
    }

    private static Optional<ZoneId> zone(Fields fields) {
        return fields.text("zone")
                .map(name -> fields.at("zone", () -> {
                    try {
                        return ZoneId.of(name);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(
                                "'" + name + "' is not a time zone such as Asia/Shanghai or UTC");
                    }
                }));
    }

    private static Window window(Fields fields) {
        return fields.at("until", () -> new Window(fields.instant("from"), fields.instant("until")));
    }

    private static Placement placement(Fields fields) {
        Labels labels = fields.has("labels") ? labels(fields.object("labels")) : Labels.NONE;
        Optional<Object> raw = fields.raw("placement");
        if (raw.orElse("") instanceof Map) {
            Fields shape = fields.object("placement").only(Set.of("shards", "labels"));
            Labels inside = shape.has("labels") ? labels(shape.object("labels")) : labels;
            return shape.has("shards")
                    ? fields.at("placement", () -> new Placement(Spread.SHARDS, shape.whole("shards", 1), inside))
                    : new Placement(Spread.ANY, 1, inside);
        }
        Spread spread = fields.word("placement", Spread.ANY);
        if (spread == Spread.SHARDS) {
            throw new FieldException("placement", "shards needs a number: {shards: 4}");
        }
        return new Placement(spread, 1, labels);
    }

    private static Labels labels(Fields fields) {
        Map<String, String> values = new TreeMap<>();
        fields.names().forEach(name -> values.put(name, fields.required(name)));
        return fields.at("labels", () -> new Labels(values));
    }

    private static Rules rules(Fields fields) {
        MisfireRule misfire = fields.at(
                "misfire-threshold",
                () -> new MisfireRule(
                        fields.word("misfire", Misfire.FIRE_ONCE),
                        fields.duration("misfire-threshold").orElse(MisfireRule.DEFAULT.threshold())));
        Retry retry = fields.given("retry") ? retry(fields) : Retry.NONE;
        return fields.at(
                "timeout",
                () -> new Rules(
                        fields.word("overlap", Overlap.ALLOW),
                        fields.word("delivery", Delivery.AT_MOST_ONCE),
                        misfire,
                        fields.given("timeout") ? fields.duration("timeout") : Optional.empty(),
                        retry));
    }

    private static Retry retry(Fields job) {
        Fields fields = job.object("retry").only(Set.of("attempts", "delay", "factor", "max-delay"));
        Duration delay = fields.duration("delay").orElse(Duration.ofSeconds(5));
        Duration most = fields.duration("max-delay")
                .orElse(delay.compareTo(Duration.ofMinutes(5)) > 0 ? delay : Duration.ofMinutes(5));
        return job.at("retry", () -> new Retry(fields.whole("attempts", 3), delay, fields.number("factor", 2.0), most));
    }
}
