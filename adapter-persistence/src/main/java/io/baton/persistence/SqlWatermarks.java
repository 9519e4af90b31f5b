package io.baton.persistence;

import static io.baton.persistence.schema.Tables.JOB_WATERMARK;
import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.job.JobKey;
import io.baton.domain.ledger.ClaimRule;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.port.Watermarks;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.Transactions.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** The watermarks in SQL. */
final class SqlWatermarks implements Watermarks {
    private static final String PORT = "Watermarks";

    private final Transactions transactions;

    SqlWatermarks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<JobKey, Instant> read(List<JobKey> jobs) {
        Map<String, Instant> found = transactions.read(new Purpose(PORT, "read of " + jobs.size()), dsl -> {
            Map<String, Instant> marks = new HashMap<>();
            Sql.chunks(jobs.stream().map(JobKey::toString).toList())
                    .forEach(chunk -> marks.putAll(marks(dsl, chunk, false)));
            return marks;
        });
        Map<JobKey, Instant> read = new TreeMap<>();
        jobs.forEach(job -> read.put(job, found.getOrDefault(job.toString(), Instant.EPOCH)));
        return Collections.unmodifiableMap(read);
    }

    private static Map<String, Instant> marks(DSLContext dsl, List<String> jobs, boolean locked) {
        var select = dsl.select(JOB_WATERMARK.JOB_NAME, JOB_WATERMARK.SWEPT_TO)
                .from(JOB_WATERMARK)
                .where(JOB_WATERMARK.JOB_NAME.in(jobs))
                .orderBy(JOB_WATERMARK.JOB_NAME);
        Map<String, Instant> marks = new HashMap<>();
        (locked ? select.forUpdate() : select)
                .fetch()
                .forEach(found -> marks.put(found.value1(), Instant.ofEpochMilli(found.value2())));
        return marks;
    }

    @Override
    public Set<TaskId> missing(List<TaskId> tasks) {
        Set<TaskId> missing = new LinkedHashSet<>(tasks);
        transactions
                .read(new Purpose(PORT, "missing of " + tasks.size()), dsl -> {
                    List<String> there = new ArrayList<>();
                    for (List<TaskId> chunk : Sql.chunks(tasks)) {
                        there.addAll(dsl.select(TASK.ID)
                                .from(TASK)
                                .where(TASK.ID.in(
                                        chunk.stream().map(TaskId::toString).toList()))
                                .fetch(TASK.ID));
                    }
                    return there;
                })
                .forEach(id -> missing.remove(TaskId.parse(id)));
        return Collections.unmodifiableSet(missing);
    }

    @Override
    public List<List<TaskRow>> sweep(List<Step> steps, WriteToken token) {
        for (Step step : steps) {
            if (step.to().isBefore(step.expected())) {
                throw new IllegalArgumentException("the watermark of " + step.job() + " cannot go back from "
                        + step.expected() + " to " + step.to());
            }
        }
        return Halving.run(
                new Purpose(PORT, "sweep of " + steps.size()),
                steps,
                part -> transactions.write(token, dsl -> sweep(dsl, part, token)),
                step -> List.of());
    }

    private Written<List<List<TaskRow>>> sweep(DSLContext dsl, List<Step> steps, WriteToken token) {
        JobStates jobs = JobStates.read(
                dsl, transactions.sql(), steps.stream().map(Step::job).toList());
        Map<String, Instant> marks = lock(dsl, steps);
        Map<Step, List<Claim>> taken = new LinkedHashMap<>();
        for (Step step : steps) {
            boolean expected = step.expected().equals(marks.get(step.job().toString()));
            if (expected && step.claims().stream().allMatch(claim -> admitted(claim, jobs))) {
                marks.put(step.job().toString(), step.to());
                taken.put(step, step.claims());
            }
        }
        advance(dsl, taken.keySet(), marks);
        Map<FiringId, List<TaskRow>> rows = new ClaimWriter(dsl, transactions.sql(), token, jobs.now())
                .insert(taken.values().stream().flatMap(List::stream).toList());
        List<List<TaskRow>> inserted = new ArrayList<>();
        steps.forEach(step -> inserted.add(taken.getOrDefault(step, List.of()).stream()
                .flatMap(claim -> rows.getOrDefault(claim.firing(), List.of()).stream())
                .toList()));
        return new Written<>(
                inserted, rows.values().stream().map(all -> all.get(0).id()).toList());
    }

    /** A step that was planned by a definition that has changed since does nothing: the next sweep plans it anew. */
    private static boolean admitted(Claim claim, JobStates jobs) {
        TaskRow head = claim.rows().get(0);
        return ClaimRule.decide(head, jobs.now(), jobs.of(head)) == ClaimRule.Verdict.ADMITTED;
    }

    private Map<String, Instant> lock(DSLContext dsl, List<Step> steps) {
        List<String> names = steps.stream()
                .map(step -> step.job().toString())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        Map<String, Instant> marks = new HashMap<>();
        for (List<String> chunk : Sql.chunks(names)) {
            var insert = transactions
                    .sql()
                    .inserting(dsl)
                    .insertInto(JOB_WATERMARK, JOB_WATERMARK.JOB_NAME, JOB_WATERMARK.SWEPT_TO);
            for (String name : chunk) {
                insert = insert.values(name, 0L);
            }
            insert.onDuplicateKeyUpdate()
                    .set(JOB_WATERMARK.JOB_NAME, JOB_WATERMARK.JOB_NAME)
                    .execute();
            marks.putAll(marks(dsl, chunk, true));
        }
        return marks;
    }

    /** Most steps of a sweep end at the same instant: one statement for as many of them as it holds. */
    private static void advance(DSLContext dsl, Set<Step> taken, Map<String, Instant> marks) {
        Map<Instant, Set<String>> jobs = new TreeMap<>();
        for (Step step : taken) {
            String job = step.job().toString();
            jobs.computeIfAbsent(Objects.requireNonNull(marks.get(job)), to -> new TreeSet<>())
                    .add(job);
        }
        jobs.forEach((to, names) -> Sql.chunks(List.copyOf(names))
                .forEach(chunk -> dsl.update(JOB_WATERMARK)
                        .set(JOB_WATERMARK.SWEPT_TO, to.toEpochMilli())
                        .where(JOB_WATERMARK.JOB_NAME.in(chunk))
                        .execute()));
    }
}
