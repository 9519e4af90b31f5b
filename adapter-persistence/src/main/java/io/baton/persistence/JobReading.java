package io.baton.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.baton.domain.job.About;
import io.baton.domain.job.Delivery;
import io.baton.domain.job.Job;
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
import io.baton.domain.target.InvocationTarget;
import io.baton.persistence.schema.tables.records.JobRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code job}, which a user may have written. */
final class JobReading {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Shared SHARED = new Shared();
    /** 5 min: the longest delay between attempts where the row names none. */
    private static final long USUAL_MAX_DELAY = Duration.ofMinutes(5).toMillis();

    private JobReading() {}

    /** @throws IllegalArgumentException if the row is no job; the message names the column */
    static Job job(JobRecord row) {
        JobKey key = key(row.getName());
        InvocationTarget target = column("target", () -> InvocationTarget.parse(row.getTarget()));
        JobSpec spec = new JobSpec(
                SHARED.one(column("title, description, tags", () -> about(row))),
                SHARED.one(new JobSpec.Work(target, column("data", () -> json(row.getData())))),
                column("cron, every_ms, once_at, manual_only, zone", () -> schedule(row)),
                SHARED.one(column("placement, shards, labels", () -> placement(row))),
                SHARED.one(rules(row)));
        Instant effective =
                SHARED.one(TaskColumns.instant(row.getEffectiveFrom()).orElse(Instant.EPOCH));
        return new Job(key, spec, row.getEnabled(), new Job.Revision(row.getVersion(), effective));
    }

    static Map<Field<?>, @Nullable Object> values(JobRecord row) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        JobColumns.DEFINITION.forEach(column -> values.put(column, row.get(column)));
        return values;
    }

    /** The key of a row. @throws IllegalArgumentException if its name is not written as GROUP.NAME */
    static JobKey key(String name) {
        JobKey key = JobKey.parse(name);
        if (!key.toString().equals(name)) {
            throw new IllegalArgumentException("name '" + name + "' has no group: write '" + key + "'");
        }
        return new JobKey(SHARED.one(key.group()), key.name());
    }

    private static About about(JobRecord row) {
        List<String> tags = row.getTags().isBlank()
                ? List.of()
                : Stream.of(row.getTags().split(",", -1)).map(String::strip).toList();
        return new About(row.getTitle(), row.getDescription(), tags);
    }

    private static Schedule schedule(JobRecord row) {
        long kinds = Stream.of(row.getCron() != null, row.getEveryMs() != null, row.getOnceAt() != null)
                        .filter(given -> given)
                        .count()
                + (row.getManualOnly() ? 1 : 0);
        if (kinds != 1) {
            throw new IllegalArgumentException(kinds + " of them are set, it must be one");
        }
        Window window = SHARED.one(
                new Window(TaskColumns.instant(row.getValidFrom()), TaskColumns.instant(row.getValidUntil())));
        if (row.getCron() != null) {
            return new Schedule.Cron(row.getCron(), SHARED.one(ZoneId.of(row.getZone())), window);
        }
        if (row.getEveryMs() != null) {
            Instant anchor = TaskColumns.instant(row.getAnchor()).orElse(Instant.EPOCH);
            return new Schedule.Every(Duration.ofMillis(row.getEveryMs()), anchor, window);
        }
        return row.getOnceAt() == null
                ? new Schedule.Manual()
                : new Schedule.Once(Instant.ofEpochMilli(row.getOnceAt()));
    }

    private static Placement placement(JobRecord row) {
        return new Placement(
                word("placement", Spread.class, row.getPlacement()), row.getShards(), Labels.parse(row.getLabels()));
    }

    private static Rules rules(JobRecord row) {
        MisfireRule misfire = column(
                "misfire, misfire_threshold_ms",
                () -> new MisfireRule(
                        word("misfire", Misfire.class, row.getMisfire()),
                        Duration.ofMillis(row.getMisfireThresholdMs())));
        long max =
                Optional.ofNullable(row.getRetryMaxDelayMs()).orElse(Math.max(USUAL_MAX_DELAY, row.getRetryDelayMs()));
        Retry retry = column(
                "retry_attempts, retry_delay_ms, retry_factor, retry_max_delay_ms",
                () -> new Retry(
                        row.getRetryAttempts(),
                        Duration.ofMillis(row.getRetryDelayMs()),
                        row.getRetryFactor(),
                        Duration.ofMillis(max)));
        return column(
                "timeout_ms, overlap, delivery",
                () -> new Rules(
                        word("overlap", Overlap.class, row.getOverlap()),
                        word("delivery", Delivery.class, row.getDelivery()),
                        misfire,
                        Optional.ofNullable(row.getTimeoutMs()).map(Duration::ofMillis),
                        retry));
    }

    private static <E extends Enum<E>> E word(String column, Class<E> type, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(column + " '" + text + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(JobColumns::word)
                                .toList()));
    }

    private static JsonText json(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return JsonText.EMPTY_OBJECT;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON value");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
        return new JsonText(text);
    }

    private interface Part<T> {
        T read();
    }

    private static <T> T column(String names, Part<T> part) {
        try {
            return part.read();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(names + ": " + e.getMessage(), e);
        }
    }
}
