package io.baton.application.view;

import io.baton.application.jobs.JobCatalog;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All jobs, as the store has them at the moment of the question. Asks for no more than what changed since the last one. */
final class JobList {
    private final JobRepository store;
    private final JobCatalog catalog;
    private volatile Seen last = new Seen("", Map.of(), Map.of(), List.of());

    /**
     * @param fingerprint of the store, before anything below was read
     * @param unreadable the versions of rows that could not be read
     */
    private record Seen(String fingerprint, Map<JobKey, Job> jobs, Map<JobKey, Long> unreadable, List<Job> sorted) {
        boolean hasUnreadable(JobKey key, long version) {
            return Long.valueOf(version).equals(unreadable.get(key));
        }
    }

    /** @param catalog what this node knows anyway is not read once more */
    JobList(JobRepository store, JobCatalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    /** The readable ones by name. @throws io.baton.domain.port.StoreException if the store does not answer */
    List<Job> sorted() {
        String fingerprint = store.fingerprint();
        Seen seen = last;
        if (!fingerprint.equals(seen.fingerprint())) {
            seen = look(fingerprint, seen);
            last = seen;
        }
        return seen.sorted();
    }

    private Seen look(String fingerprint, Seen before) {
        Map<JobKey, Long> stamps = new HashMap<>();
        store.stamps(stamps::put);
        Map<JobKey, Job> jobs = new HashMap<>();
        Map<JobKey, Long> unreadable = new HashMap<>();
        List<JobKey> unknown = new ArrayList<>();
        stamps.forEach((key, version) -> {
            Optional<Job> known = known(before, key, version);
            known.ifPresent(job -> jobs.put(key, job));
            if (known.isEmpty() && before.hasUnreadable(key, version)) {
                unreadable.put(key, version);
            } else if (known.isEmpty()) {
                unknown.add(key);
            }
        });
        store.some(unknown).jobs().forEach(job -> jobs.put(job.key(), job));
        Set<JobKey> unread =
                unknown.stream().filter(key -> !jobs.containsKey(key)).collect(Collectors.toSet());
        stamps.forEach((key, version) -> {
            if (unread.contains(key)) {
                unreadable.put(key, version);
            }
        });
        List<Job> sorted =
                jobs.values().stream().sorted(Comparator.comparing(Job::key)).toList();
        return new Seen(fingerprint, Map.copyOf(jobs), Map.copyOf(unreadable), sorted);
    }

    private Optional<Job> known(Seen before, JobKey key, long version) {
        return catalog.find(key)
                .filter(job -> job.version() == version)
                .or(() -> Optional.ofNullable(before.jobs().get(key)).filter(job -> job.version() == version));
    }
}
