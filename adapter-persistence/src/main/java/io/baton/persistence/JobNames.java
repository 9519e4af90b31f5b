package io.baton.persistence;

import io.baton.domain.job.JobKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The names in the table {@code job}, where users may write some that are no key: they get a key to be reported by. */
final class JobNames {
    /** 10,000: of more mistakes, the first are enough to report. */
    private static final int MOST = 10_000;

    private final Map<JobKey, String> odd = new ConcurrentHashMap<>();

    /** The key of a name, or the nearest for a name that is none: what is not allowed becomes {@code _}. */
    JobKey keyOf(String name) {
        try {
            return JobReading.key(name);
        } catch (IllegalArgumentException e) {
            JobKey key = nearest(name);
            if (odd.size() < MOST) {
                odd.put(key, name);
            }
            return key;
        }
    }

    /** The names by which the rows of a key may be found. */
    Stream<String> of(JobKey key) {
        return Stream.concat(Stream.of(key.toString()), Optional.ofNullable(odd.get(key)).stream());
    }

    private static JobKey nearest(String name) {
        String[] parts = name.replaceAll("[^A-Za-z0-9_.-]", "_").split("\\.", 2);
        String last = parts[parts.length - 1].replace('.', '_');
        String group = parts.length == 2 && !parts[0].isEmpty() ? parts[0] : JobKey.DEFAULT_GROUP;
        return new JobKey(cut(group), cut(last.isEmpty() ? "_" : last));
    }

    private static String cut(String part) {
        return part.length() <= 100 ? part : part.substring(0, 100);
    }
}
