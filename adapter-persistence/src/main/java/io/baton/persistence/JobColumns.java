package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;

import io.baton.domain.job.About;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Retry;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A definition as values of the columns of {@code job}: the words of the job file, times in milliseconds. */
final class JobColumns {
    /** The columns that a user may set; what else a row holds is Baton's. */
    static final List<Field<?>> DEFINITION = List.of(
            JOB.TITLE,
            JOB.DESCRIPTION,
            JOB.TAGS,
            JOB.TARGET,
            JOB.DATA,
            JOB.CRON,
            JOB.EVERY_MS,
            JOB.ANCHOR,
            JOB.ONCE_AT,
            JOB.MANUAL_ONLY,
            JOB.ZONE,
            JOB.VALID_FROM,
            JOB.VALID_UNTIL,
            JOB.PLACEMENT,
            JOB.SHARDS,
            JOB.LABELS,
            JOB.OVERLAP,
            JOB.DELIVERY,
            JOB.MISFIRE,
            JOB.MISFIRE_THRESHOLD_MS,
            JOB.TIMEOUT_MS,
            JOB.RETRY_ATTEMPTS,
            JOB.RETRY_DELAY_MS,
            JOB.RETRY_FACTOR,
            JOB.RETRY_MAX_DELAY_MS,
            JOB.ENABLED);

    private JobColumns() {}

    static Map<Field<?>, @Nullable Object> of(JobSpec spec, boolean enabled) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        DEFINITION.forEach(column -> values.put(column, null));
        About about = spec.about();
        values.put(JOB.TITLE, about.title());
        values.put(JOB.DESCRIPTION, about.description());
        values.put(JOB.TAGS, String.join(",", about.tags()));
        values.put(JOB.TARGET, spec.work().target().text());
        values.put(JOB.DATA, spec.work().data().text());
        values.put(JOB.MANUAL_ONLY, spec.schedule() instanceof Schedule.Manual);
        schedule(values, spec.schedule());
        Placement placement = spec.placement();
        values.put(JOB.PLACEMENT, word(placement.spread()));
        values.put(JOB.SHARDS, placement.shards());
        values.put(JOB.LABELS, placement.labels().toString());
        rules(values, spec.rules());
        values.put(JOB.ENABLED, enabled);
        return values;
    }

    private static void schedule(Map<Field<?>, @Nullable Object> values, Schedule schedule) {
        if (schedule instanceof Schedule.Cron cron) {
            values.put(JOB.CRON, cron.expression());
            values.put(JOB.ZONE, cron.zone().getId());
            window(values, cron.window());
        } else if (schedule instanceof Schedule.Every every) {
            values.put(JOB.EVERY_MS, every.interval().toMillis());
            values.put(JOB.ANCHOR, every.anchor().toEpochMilli());
            window(values, every.window());
        } else if (schedule instanceof Schedule.Once once) {
            values.put(JOB.ONCE_AT, once.at().toEpochMilli());
        }
    }

    private static void window(Map<Field<?>, @Nullable Object> values, Window window) {
        values.put(JOB.VALID_FROM, window.from().map(Instant::toEpochMilli).orElse(null));
        values.put(JOB.VALID_UNTIL, window.until().map(Instant::toEpochMilli).orElse(null));
    }

    private static void rules(Map<Field<?>, @Nullable Object> values, Rules rules) {
        values.put(JOB.OVERLAP, word(rules.overlap()));
        values.put(JOB.DELIVERY, word(rules.delivery()));
        values.put(JOB.MISFIRE, word(rules.misfire().policy()));
        values.put(JOB.MISFIRE_THRESHOLD_MS, rules.misfire().threshold().toMillis());
        values.put(JOB.TIMEOUT_MS, millis(rules.timeout()));
        Retry retry = rules.retry();
        values.put(JOB.RETRY_ATTEMPTS, retry.attempts());
        values.put(JOB.RETRY_DELAY_MS, retry.delay().toMillis());
        values.put(JOB.RETRY_FACTOR, retry.factor());
        values.put(JOB.RETRY_MAX_DELAY_MS, retry.maxDelay().toMillis());
    }

    private static @Nullable Long millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).orElse(null);
    }

    /** {@code AT_LEAST_ONCE} is {@code at-least-once} in the table, as in the job file. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A fingerprint of the definition, by which a change made in SQL is noticed. */
    static String digest(Map<Field<?>, @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (Field<?> column : DEFINITION) {
            Object value = values.get(column);
            text.append(value == null ? "-" : "+" + value).append('\0');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
