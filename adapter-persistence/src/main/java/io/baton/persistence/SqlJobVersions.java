package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;
import static io.baton.persistence.schema.Tables.JOB_VERSION;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobVersions;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.JobVersionRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Versions of definitions in SQL. */
final class SqlJobVersions implements JobVersions {
    private final Transactions transactions;

    SqlJobVersions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<JobVersion> of(JobKey key, int most) {
        return transactions.read(
                new Purpose("JobVersions", "of " + key),
                dsl -> dsl
                        .selectFrom(JOB_VERSION)
                        .where(JOB_VERSION.NAME.eq(key.toString()))
                        .orderBy(JOB_VERSION.VERSION.desc())
                        .limit(most)
                        .fetch()
                        .stream()
                        .flatMap(SqlJobVersions::read)
                        .toList());
    }

    @Override
    public Optional<JobVersion> find(JobKey key, long version) {
        return transactions.read(
                new Purpose("JobVersions", "find " + key + " " + version),
                dsl -> dsl
                        .selectFrom(JOB_VERSION)
                        .where(JOB_VERSION.NAME.eq(key.toString()))
                        .and(JOB_VERSION.VERSION.eq(version))
                        .fetch()
                        .stream()
                        .flatMap(SqlJobVersions::read)
                        .findFirst());
    }

    /** The columns are those of a job. */
    private static Stream<JobVersion> read(JobVersionRecord row) {
        try {
            return Stream.of(new JobVersion(JobReading.job(row.into(JOB)), row.getDeleted()));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
