package io.baton.application.jobs;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobRepository.Everything;
import io.baton.domain.port.Triggers.Armed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a comparison of everything would change, found without changing it. */
final class Foreseen {
    private final JobCatalog catalog;
    private final Arming arming;
    private final Set<JobKey> armed;
    private final List<JobKey> created = new ArrayList<>();
    private final List<JobKey> updated = new ArrayList<>();
    private final Map<JobKey, String> failed = new TreeMap<>();

    Foreseen(JobCatalog catalog, Arming arming, List<Armed> armed) {
        this.catalog = catalog;
        this.arming = arming;
        this.armed = armed.stream().map(Armed::job).collect(Collectors.toUnmodifiableSet());
    }

    JobReconciler.Report of(Everything all) {
        Set<JobKey> gone = new TreeSet<>(armed);
        catalog.all().forEach(job -> gone.add(job.key()));
        all.jobs().forEach(job -> {
            gone.remove(job.key());
            look(job);
        });
        gone.removeAll(all.unreadable().keySet());
        failed.putAll(all.unreadable());
        return new JobReconciler.Report(List.copyOf(gone), created, updated, failed);
    }

    private void look(Job job) {
        try {
            switch (Difference.of(catalog.find(job.key()), job, armed.contains(job.key()), arming.wanted(job))) {
                case NONE -> {}
                case CREATED -> created.add(job.key());
                case UPDATED -> updated.add(job.key());
            }
        } catch (IllegalArgumentException e) {
            failed.put(job.key(), String.valueOf(e.getMessage()));
        }
    }
}
