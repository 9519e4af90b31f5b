package io.baton.memory;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobVersions;
import java.util.List;
import java.util.Optional;

/** The versions of definitions of a {@link MemoryDatabase}. */
final class MemoryJobVersions implements JobVersions {
    private final MemoryTables tables;

    MemoryJobVersions(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public List<JobVersion> of(JobKey key, int most) {
        synchronized (tables) {
            return tables.jobs.versions(key).stream().limit(Limits.most(most)).toList();
        }
    }

    @Override
    public Optional<JobVersion> find(JobKey key, long version) {
        synchronized (tables) {
            return tables.jobs.versions(key).stream()
                    .filter(one -> one.job().version() == version)
                    .findFirst();
        }
    }
}
