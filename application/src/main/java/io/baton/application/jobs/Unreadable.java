package io.baton.application.jobs;

import io.baton.domain.job.JobKey;
import java.util.HashMap;
import java.util.Map;

/** The jobs that cannot be read as they stand, so that each mistake is logged once and looked at again when it changed. */
final class Unreadable {
    private final Map<JobKey, String> reasons = new HashMap<>();
    private final Map<JobKey, Long> versions = new HashMap<>();

    /** Notes the reason. @return whether it is another than the last */
    boolean isNews(JobKey key, String why) {
        return !why.equals(reasons.put(key, why));
    }

    /** Notes the version at which it could not be read. */
    void see(JobKey key, long version) {
        versions.put(key, version);
    }

    /** Whether it was found unreadable at this very version. */
    boolean seen(JobKey key, long version) {
        return Long.valueOf(version).equals(versions.get(key));
    }

    void forget(JobKey key) {
        reasons.remove(key);
        versions.remove(key);
    }
}
