package io.baton.domain.access;

import io.baton.domain.job.JobKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The job groups that rights are for.
 *
 * @param groups at most 50, each {@code [A-Za-z0-9_-]{1,100}}; empty = all groups, and what belongs to no group
 */
public record Scope(Set<String> groups) {
    public static final Scope ALL = new Scope(Set.of());

    private static final int MOST = 50;
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    public Scope {
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
        if (groups.size() > MOST
                || groups.stream().anyMatch(group -> !GROUP.matcher(group).matches())) {
            throw new IllegalArgumentException(
                    "groups " + groups + ": at most " + MOST + ", each 1 to 100 characters of A-Z a-z 0-9 _ -");
        }
    }

    /** @param text group names with commas between; blank = all */
    public static Scope parse(String text) {
        return new Scope(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toSet()));
    }

    public boolean all() {
        return groups.isEmpty();
    }

    public boolean admits(JobKey job) {
        return all() || groups.contains(job.group());
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return String.join(",", groups);
    }
}
