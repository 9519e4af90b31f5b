package io.baton.memory;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.port.JobRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** The jobs of a {@link MemoryDatabase}. Values are kept, not text, so every row can be read. */
final class MemoryJobRepository implements JobRepository {
    private final MemoryTables tables;

    MemoryJobRepository(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Job> find(JobKey key) {
        synchronized (tables) {
            return tables.jobs.find(key);
        }
    }

    @Override
    public Everything all() {
        synchronized (tables) {
            return new Everything(tables.jobs.all(), Map.of());
        }
    }

    @Override
    public void stamps(ObjLongConsumer<JobKey> stamp) {
        all().jobs().forEach(job -> stamp.accept(job.key(), job.version()));
    }

    @Override
    public String fingerprint() {
        StringBuilder stamps = new StringBuilder();
        stamps((key, version) -> stamps.append(key).append('=').append(version).append(' '));
        return stamps.toString();
    }

    @Override
    public Everything some(List<JobKey> keys) {
        synchronized (tables) {
            List<Job> found = keys.stream()
                    .distinct()
                    .flatMap(key -> tables.jobs.find(key).stream())
                    .toList();
            return new Everything(found, Map.of());
        }
    }

    @Override
    public SaveReply save(JobKey key, JobSpec spec, boolean enabled, long basedOn) {
        synchronized (tables) {
            Optional<Job> current = tables.jobs.find(key);
            if (basedOn != current.map(Job::version).orElse(0L)) {
                return new SaveReply(current, true);
            }
            boolean same = current.filter(job -> job.spec().equals(spec) && job.enabled() == enabled)
                    .isPresent();
            return new SaveReply(
                    same ? current : Optional.of(tables.jobs.put(key, spec, enabled, tables.now())), false);
        }
    }

    @Override
    public Optional<Job> enable(JobKey key, boolean enabled) {
        synchronized (tables) {
            return tables.jobs
                    .find(key)
                    .map(job ->
                            job.enabled() == enabled ? job : tables.jobs.put(key, job.spec(), enabled, tables.now()));
        }
    }

    @Override
    public boolean delete(JobKey key) {
        synchronized (tables) {
            return tables.jobs.delete(key, tables.now());
        }
    }

    @Override
    public boolean delete(JobKey key, long basedOn) {
        synchronized (tables) {
            return find(key).filter(job -> job.version() == basedOn).isPresent() && delete(key);
        }
    }
}
