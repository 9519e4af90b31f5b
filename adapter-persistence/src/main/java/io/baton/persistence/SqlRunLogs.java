package io.baton.persistence;

import static io.baton.persistence.schema.Tables.RUN_LOG;
import static io.baton.persistence.schema.Tables.RUN_PROGRESS;

import io.baton.domain.log.LogChunk;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs;
import io.baton.domain.task.TaskId;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.RunLogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Run logs in SQL: one commit a write, keys in order so that writers do not wait for each other in circles. */
final class SqlRunLogs implements RunLogs {
    private static final int MOST_ROWS = 50;
    /** 512 Ki characters, at most 1.5 MiB as UTF-8: a tenth of the smallest packet that servers take by default. */
    private static final int LONGEST_TEXT = 512 * 1024;

    private final Transactions transactions;

    SqlRunLogs(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void write(Batch batch) {
        transactions.write(purpose("write"), dsl -> {
            DSLContext inserting = transactions.sql().inserting(dsl);
            portions(batch.chunks()).forEach(portion -> insert(inserting, portion));
            batch.dropped().forEach(id -> drop(dsl, id));
            new TreeMap<>(batch.progress()).forEach((task, progress) -> put(inserting, task, progress));
            return true;
        });
    }

    /** Rows of one statement: few enough, and short enough together for a server's packet. */
    private static List<List<LogChunk>> portions(List<LogChunk> chunks) {
        List<List<LogChunk>> portions = new ArrayList<>();
        int size = 0;
        for (LogChunk chunk : chunks) {
            if (portions.isEmpty()
                    || portions.get(portions.size() - 1).size() >= MOST_ROWS
                    || size + chunk.size() > LONGEST_TEXT) {
                portions.add(new ArrayList<>());
                size = 0;
            }
            portions.get(portions.size() - 1).add(chunk);
            size += chunk.size();
        }
        return portions;
    }

    private static void insert(DSLContext dsl, List<LogChunk> chunks) {
        var rows = dsl.insertInto(
                RUN_LOG, RUN_LOG.TASK_ID, RUN_LOG.ATTEMPT, RUN_LOG.FIRST_LINE, RUN_LOG.LAST_LINE, RUN_LOG.TEXT);
        for (LogChunk chunk : chunks) {
            rows = rows.values(
                    chunk.id().task().toString(),
                    chunk.id().attempt(),
                    chunk.id().firstLine(),
                    chunk.lastLine(),
                    LogText.write(chunk.lines()));
        }
        rows.onDuplicateKeyUpdate().set(RUN_LOG.LAST_LINE, RUN_LOG.LAST_LINE).execute();
    }

    private static void drop(DSLContext dsl, LogChunk.Id id) {
        dsl.deleteFrom(RUN_LOG)
                .where(RUN_LOG.TASK_ID.eq(id.task().toString()))
                .and(RUN_LOG.ATTEMPT.eq(id.attempt()))
                .and(RUN_LOG.FIRST_LINE.eq(id.firstLine()))
                .execute();
    }

    private static void put(DSLContext dsl, TaskId task, Progress progress) {
        int changed = dsl.update(RUN_PROGRESS)
                .set(RUN_PROGRESS.ATTEMPT, progress.attempt())
                .set(RUN_PROGRESS.PERCENT, progress.percent())
                .set(RUN_PROGRESS.MESSAGE, progress.message())
                .set(RUN_PROGRESS.AT, progress.at().toEpochMilli())
                .where(RUN_PROGRESS.TASK_ID.eq(task.toString()))
                .and(RUN_PROGRESS.ATTEMPT.le(progress.attempt()))
                .execute();
        if (changed == 0) {
            dsl.insertInto(RUN_PROGRESS)
                    .set(RUN_PROGRESS.TASK_ID, task.toString())
                    .set(RUN_PROGRESS.ATTEMPT, progress.attempt())
                    .set(RUN_PROGRESS.PERCENT, progress.percent())
                    .set(RUN_PROGRESS.MESSAGE, progress.message())
                    .set(RUN_PROGRESS.AT, progress.at().toEpochMilli())
                    .onDuplicateKeyUpdate()
                    .set(RUN_PROGRESS.AT, RUN_PROGRESS.AT)
                    .execute();
        }
    }

    @Override
    public List<LogChunk> read(TaskId task, Place after, int most) {
        return transactions.read(
                purpose("read " + task),
                dsl -> dsl
                        .selectFrom(RUN_LOG)
                        .where(RUN_LOG.TASK_ID.eq(task.toString()))
                        .and(RUN_LOG.ATTEMPT
                                .gt(after.attempt())
                                .or(RUN_LOG.ATTEMPT.eq(after.attempt()).and(RUN_LOG.LAST_LINE.gt(after.line()))))
                        .orderBy(RUN_LOG.ATTEMPT, RUN_LOG.FIRST_LINE)
                        .limit(most)
                        .fetch()
                        .stream()
                        .map(row -> chunk(task, row))
                        .toList());
    }

    private static LogChunk chunk(TaskId task, RunLogRecord row) {
        return new LogChunk(
                new LogChunk.Id(task, row.getAttempt(), row.getFirstLine()),
                LogText.read(row.getText(), row.getFirstLine()));
    }

    @Override
    public Map<TaskId, Progress> progress(List<TaskId> tasks) {
        Map<TaskId, Progress> found = new HashMap<>();
        List<String> ids = tasks.stream().map(TaskId::toString).distinct().toList();
        if (!ids.isEmpty()) {
            transactions.read(
                    purpose("progress"),
                    dsl -> dsl.selectFrom(RUN_PROGRESS)
                            .where(RUN_PROGRESS.TASK_ID.in(ids))
                            .fetch()
                            .map(row -> found.put(
                                    TaskId.parse(row.getTaskId()),
                                    new Progress(
                                            row.getAttempt(),
                                            row.getPercent(),
                                            row.getMessage(),
                                            Instant.ofEpochMilli(row.getAt())))));
        }
        return found;
    }

    /** Forgets what tasks said. */
    static void forget(DSLContext dsl, List<String> tasks) {
        dsl.deleteFrom(RUN_LOG).where(RUN_LOG.TASK_ID.in(tasks)).execute();
        dsl.deleteFrom(RUN_PROGRESS).where(RUN_PROGRESS.TASK_ID.in(tasks)).execute();
    }

    private static Purpose purpose(String operation) {
        return new Purpose("RunLogs", operation);
    }
}
