package io.baton.web.console;

import io.baton.application.office.RunOffice;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.TaskHistory.Cursor;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.MissedRange;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the ledger has of a stretch of time: the newest of it, if it has much. */
final class PastRuns {
    /** 3,000 rows are read: some 50 ms of a database that does other things too. */
    static final int MOST = 3_000;

    private static final int PAGE = 1_000;
    /** A caller who sees few groups may get short pages. */
    private static final int MOST_PAGES = 6;
    /**
     * How many rows of a job before the stretch are looked through for one whose range reaches into it. While a range lasts
     * there are hardly others: but for runs by hand it is the latest.
     */
    private static final int BEFORE = 20;

    private final Function<Query, RunOffice.Page> ledger;
    private final Map<FiringId, TaskRow> rows = new HashMap<>();
    private final Map<JobKey, List<MissedRange>> missed = new HashMap<>();
    private Instant from;
    private boolean cut;

    /** Reads. @param until excluded; @param most how many rows are enough, from 1 */
    PastRuns(Function<Query, RunOffice.Page> ledger, Instant since, Instant until, int most) {
        this.ledger = ledger;
        this.from = since;
        Span span = new Span(Optional.of(since), Optional.of(until));
        Filter filter = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), span);
        Optional<Cursor> next = Optional.empty();
        int read = 0;
        for (int page = 0; page < MOST_PAGES && read < most && (page == 0 || next.isPresent()); page++) {
            RunOffice.Page found = ledger.apply(new Query(filter, next, Math.min(PAGE, most)));
            found.rows().forEach(this::note);
            read += found.rows().size();
            next = found.next();
        }
        next.ifPresent(this::begin);
    }

    /** The rows of this instant may have been read in part; those after it are all there. */
    private void begin(Cursor cursor) {
        cut = true;
        from = cursor.scheduledAt().plusMillis(1);
    }

    private void note(TaskRow row) {
        if (row.id().equals(TaskId.of(row.id().firing()))) {
            rows.put(row.id().firing(), row);
            range(row)
                    .ifPresent(range -> missed.computeIfAbsent(row.job(), job -> new ArrayList<>())
                            .add(range));
        }
    }

    private static Optional<MissedRange> range(TaskRow row) {
        return row.story().end().flatMap(MissedRange::of);
    }

    /** From where on all rows were read. */
    Instant from() {
        return from;
    }

    /** Whether there were more than fit, so that they begin later than was asked for. */
    boolean cut() {
        return cut;
    }

    Optional<TaskRow> of(JobKey job, Instant due) {
        return Optional.ofNullable(rows.get(FiringId.scheduled(job, due)));
    }

    /** Whether a row that was read stands for that due time among others. */
    boolean missed(JobKey job, Instant due) {
        return missed.getOrDefault(job, List.of()).stream().anyMatch(range -> range.covers(due));
    }

    /** The ranges of a job that began before the stretch. */
    List<MissedRange> missedBefore(JobKey job) {
        Filter earlier = new Filter(
                Optional.of(job),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Span(Optional.empty(), Optional.of(from)));
        return ledger.apply(new Query(earlier, Optional.empty(), BEFORE)).rows().stream()
                .flatMap(row -> range(row).stream())
                .toList();
    }
}
