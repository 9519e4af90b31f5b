package io.baton.domain.job;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The name of a job, {@code GROUP.NAME}; case matters.
 *
 * @param group 1..100 characters of {@code [A-Za-z0-9_-]}
 * @param name 1..100 characters of {@code [A-Za-z0-9_-]}
 */
public record JobKey(String group, String name) implements Comparable<JobKey> {
    /** The group of a job that names none. */
    public static final String DEFAULT_GROUP = "DEFAULT";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Comparator<JobKey> ORDER =
            Comparator.comparing(JobKey::group).thenComparing(JobKey::name);

    public JobKey {
        check("group", group);
        check("name", name);
    }

    /**
     * Reads {@code GROUP.NAME}, or {@code NAME} for the group {@code DEFAULT}.
     *
     * @throws IllegalArgumentException if the text is neither; the message holds the text and what is allowed
     */
    public static JobKey parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new JobKey(DEFAULT_GROUP, text);
        }
        return new JobKey(text.substring(0, dot), text.substring(dot + 1));
    }

    private static void check(String field, String value) {
        if (!PART.matcher(value).matches()) {
            throw new IllegalArgumentException("job " + field + " '" + abbreviated(value)
                    + "' is not 1 to 100 characters of A-Z a-z 0-9 _ - (a job is named GROUP.NAME)");
        }
    }

    private static String abbreviated(String value) {
        return value.length() <= 120 ? value : value.substring(0, 120) + "…";
    }

    @Override
    public int compareTo(JobKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return group + "." + name;
    }
}
