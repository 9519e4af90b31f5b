package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.UnreadableJobException;
import io.baton.persistence.JobRows.Stamp;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.JobRecord;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Definitions in SQL, where users may write too: what is found changed is taken over as a version of its own. */
final class SqlJobRepository implements JobRepository {
    private static final int TRIES = 3;

    private final Transactions transactions;
    private final ZoneId zone;
    private final JobRows rows;
    private final JobNames names = new JobNames();

    SqlJobRepository(Transactions transactions, ZoneId zone) {
        this.transactions = transactions;
        this.zone = zone;
        this.rows = new JobRows(transactions);
    }

    @Override
    public Optional<Job> find(JobKey key) {
        List<JobRecord> row = fetched(List.of(key), one -> Stream.of(one.toString()));
        Everything found = readable(row);
        String why = found.unreadable().get(key);
        if (why != null) {
            throw new UnreadableJobException(
                    key, row.get(0).getVersion(), row.get(0).getEnabled(), why);
        }
        return found.jobs().stream().findFirst();
    }

    @Override
    public Everything all() {
        List<Job> jobs = new ArrayList<>();
        Map<JobKey, String> unreadable = new HashMap<>();
        rows.whole(page -> {
            Everything readable = readable(page);
            jobs.addAll(readable.jobs());
            unreadable.putAll(readable.unreadable());
        });
        return new Everything(jobs, unreadable);
    }

    @Override
    public Everything some(List<JobKey> keys) {
        return readable(fetched(keys, names::of));
    }

    private List<JobRecord> fetched(List<JobKey> keys, Function<JobKey, Stream<String>> naming) {
        return transactions.read(purpose("some " + keys.size()), dsl -> {
            List<JobRecord> found = new ArrayList<>();
            for (List<JobKey> chunk : Sql.chunks(keys)) {
                found.addAll(dsl.selectFrom(JOB)
                        .where(JOB.NAME.in(chunk.stream().flatMap(naming).toList()))
                        .and(JOB.DELETED.isFalse())
                        .fetch());
            }
            return found;
        });
    }

    private Everything readable(List<JobRecord> rows) {
        List<Job> jobs = new ArrayList<>();
        Map<JobKey, String> unreadable = new HashMap<>();
        Map<String, JobRecord> adopted = adopted(
                rows.stream().filter(JobTable::strange).map(JobRecord::getName).toList());
        for (JobRecord row : rows) {
            JobRecord seen = adopted.getOrDefault(row.getName(), row);
            try {
                jobs.add(JobReading.job(seen));
            } catch (IllegalArgumentException e) {
                unreadable.put(names.keyOf(row.getName()), String.valueOf(e.getMessage()));
            }
        }
        return new Everything(jobs, unreadable);
    }

    /**
     * What users wrote by SQL, after it was taken over, by this node or, just before, by another. Many rows a transaction:
     * one each would take a minute for what a user inserts in a second.
     */
    private Map<String, JobRecord> adopted(List<String> strange) {
        Map<String, JobRecord> adopted = new HashMap<>();
        for (List<String> chunk : Sql.chunks(strange.stream().sorted().toList())) {
            Purpose purpose = purpose("adopt " + chunk.size() + " from " + chunk.get(0));
            transactions.write(purpose, dsl -> table(dsl).adopt(chunk)).forEach(row -> adopted.put(row.getName(), row));
        }
        return adopted;
    }

    @Override
    public void stamps(ObjLongConsumer<JobKey> stamp) {
        rows.stamps(page -> {
            Map<String, JobRecord> adopted = adopted(
                    page.stream().filter(row -> !row.seen()).map(Stamp::name).toList());
            for (Stamp row : page) {
                long version = Optional.ofNullable(adopted.get(row.name()))
                        .map(JobRecord::getVersion)
                        .orElse(row.version());
                stamp.accept(names.keyOf(row.name()), version);
            }
        });
    }

    /** Sums that only grow for a job that stays; the index {@code job_stamp} holds all that they need. */
    @Override
    public String fingerprint() {
        return transactions.read(
                purpose("fingerprint"),
                dsl -> dsl.select(
                                DSL.count(),
                                DSL.count(JOB.EFFECTIVE_FROM),
                                DSL.sum(JOB.VERSION),
                                DSL.sum(JOB.EFFECTIVE_FROM))
                        .from(JOB)
                        .where(JOB.DELETED.isFalse())
                        .fetchSingle(sums ->
                                sums.value1() + "-" + sums.value2() + "-" + sums.value3() + "-" + sums.value4()));
    }

    @Override
    public SaveReply save(JobKey key, JobSpec spec, boolean enabled, long basedOn) {
        Map<Field<?>, @Nullable Object> values = JobColumns.of(spec, enabled);
        return tried("save " + key, dsl -> {
            JobTable table = table(dsl);
            Optional<JobRecord> locked = lock(table, key);
            Optional<JobRecord> live = locked.filter(row -> !row.getDeleted());
            long inForce = live.map(JobRecord::getVersion).orElse(0L);
            if (inForce != basedOn) {
                return new SaveReply(live.flatMap(SqlJobRepository::read), true);
            }
            if (locked.isEmpty()) {
                table.insert(key.toString(), values);
            } else if (live.isEmpty() || !same(live.get(), values)) {
                table.change(locked.get(), values, false);
            }
            return new SaveReply(table.find(key.toString()).map(JobReading::job), false);
        });
    }

    @Override
    public Optional<Job> enable(JobKey key, boolean enabled) {
        return tried("enable " + key, dsl -> {
            JobTable table = table(dsl);
            Optional<JobRecord> live = lock(table, key).filter(row -> !row.getDeleted());
            if (live.isPresent() && live.get().getEnabled() != enabled) {
                Map<Field<?>, @Nullable Object> values = JobReading.values(live.get());
                values.put(JOB.ENABLED, enabled);
                table.change(live.get(), values, false);
            }
            return live.flatMap(row -> table.find(key.toString())).flatMap(SqlJobRepository::read);
        });
    }

    @Override
    public boolean delete(JobKey key) {
        return delete(key, version -> true);
    }

    @Override
    public boolean delete(JobKey key, long basedOn) {
        return delete(key, version -> version == basedOn);
    }

    private boolean delete(JobKey key, LongPredicate wanted) {
        return tried("delete " + key, dsl -> {
            JobTable table = table(dsl);
            Optional<JobRecord> live =
                    lock(table, key).filter(row -> !row.getDeleted()).filter(row -> wanted.test(row.getVersion()));
            live.ifPresent(row -> table.change(row, JobReading.values(row), true));
            return live.isPresent();
        });
    }

    /** The row as Baton sees it: a change by SQL that nobody has noticed yet is a version of its own. */
    private static Optional<JobRecord> lock(JobTable table, JobKey key) {
        Optional<JobRecord> row = table.lock(key.toString());
        boolean strange =
                row.filter(r -> !r.getDeleted()).filter(JobTable::strange).isPresent();
        return strange ? table.adopt(List.of(key.toString())).stream().findFirst() : row;
    }

    private static boolean same(JobRecord row, Map<Field<?>, @Nullable Object> values) {
        return JobColumns.digest(values).equals(JobColumns.digest(JobReading.values(row)));
    }

    private static Optional<Job> read(JobRecord row) {
        try {
            return Optional.of(JobReading.job(row));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Two who create the same job meet in its key: the later one looks again. */
    private <T> T tried(String operation, Function<DSLContext, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return transactions.write(purpose(operation), work);
            } catch (StoreException e) {
                if (tries == TRIES || SqlFault.of(e) != SqlFault.DATA) {
                    throw e;
                }
            }
        }
    }

    private JobTable table(DSLContext dsl) {
        return new JobTable(dsl, transactions.sql().now(dsl), zone);
    }

    private static Purpose purpose(String operation) {
        return new Purpose("JobRepository", operation);
    }
}
