package io.baton.domain.port;

import io.baton.domain.job.JobKey;
import java.util.function.ObjLongConsumer;

/** What tells a node that definitions changed, without reading them; the law is that of {@link JobRepository} (J6, J9). */
public interface JobChanges {
    /**
     * Tells the version of every job that is not deleted, one by one and without a copy of all: a job that is there throughout is
     * told once. What was told before an exception counts for nothing.
     *
     * @param stamp called on this thread; it must not use the store
     */
    void stamps(ObjLongConsumer<JobKey> stamp);

    /** A short text that differs once a job was saved, enabled, disabled or deleted: one row of answer, asked every few seconds. */
    String fingerprint();
}
