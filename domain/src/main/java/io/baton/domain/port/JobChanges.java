package io.baton.domain.port;

import io.baton.domain.job.JobKey;
import java.util.Map;

/** What tells a node that definitions changed, without reading them; the law is that of {@link JobRepository} (J6, J9). */
public interface JobChanges {
    /** The version of every job that is not deleted. */
    Map<JobKey, Long> stamps();

    /** A short text that differs once a job was saved, enabled, disabled or deleted: one row of answer, asked every few seconds. */
    String fingerprint();
}
