package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository.Everything;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a comparison of everything would change, found without changing it. */
final class Foreseen {
    private final JobCatalog catalog;
    private final Arming arming;
    private final Set<JobKey> armed;
    private final List<JobKey> created = new ArrayList<>();
    private final List<JobKey> updated = new ArrayList<>();
    private final Map<JobKey, String> failed = new TreeMap<>();

    Foreseen(JobCatalog catalog, Arming arming, Set<JobKey> armed) {
        this.catalog = catalog;
        this.arming = arming;
        this.armed = armed;
    }

    JobReconciler.Report of(List<JobKey> gone, Everything differing) {
        differing.jobs().forEach(this::look);
        failed.putAll(differing.unreadable());
        return new JobReconciler.Report(gone, created, updated, failed);
    }

    private void look(Job job) {
        try {
            boolean wanted = arming.next(job).isPresent();
            switch (Difference.of(catalog.find(job.key()), job, () -> armed.contains(job.key()) == wanted)) {
                case NONE -> {}
                case CREATED -> created.add(job.key());
                case UPDATED -> updated.add(job.key());
            }
        } catch (IllegalArgumentException e) {
            failed.put(job.key(), String.valueOf(e.getMessage()));
        }
    }
}
