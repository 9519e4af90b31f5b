package io.baton.web.console;

import io.baton.application.access.Caller;
import io.baton.application.office.Office;
import io.baton.application.office.RunOffice.Overdue;
import io.baton.application.view.Readings.NodeReading;
import io.baton.domain.log.Progress;
import io.baton.domain.node.ClusterView;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the overview shows, read from the stores. */
final class Glances {
    static final int NEWEST = 500;
    private static final int SHOWN = 10;
    private static final Duration SOON = Duration.ofMinutes(10);

    private static final Filter RUNNING = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(TaskState.RUNNING),
            Optional.empty(),
            new Span(Optional.empty(), Optional.empty()));

    private final Office.Counters counters;
    private final Upcoming upcoming;

    /**
     * One look at the cluster.
     *
     * @param newest the newest runs, newest first, at most {@value #NEWEST}
     * @param running at most {@value #SHOWN}
     * @param overdue tasks that have waited for more than a minute to start
     * @param letters messages that were set aside, 0 for who may not see them
     * @param next what is due in the next ten minutes, at most {@value #SHOWN}
     */
    record Glance(
            Instant now,
            ClusterView view,
            List<NodeReading> nodes,
            List<TaskRow> newest,
            List<TaskRow> running,
            Map<TaskId, Progress> progress,
            Overdue overdue,
            int letters,
            List<Upcoming.Due> next) {}

    Glances(Office.Counters counters, Upcoming upcoming) {
        this.counters = counters;
        this.upcoming = upcoming;
    }

    Glance of(Caller who) {
        Instant now = counters.cluster().now(who);
        List<TaskRow> running = search(who, RUNNING, SHOWN);
        return new Glance(
                now,
                counters.cluster().view(who),
                counters.cluster().nodes(who),
                search(who, Filter.ALL, NEWEST),
                running,
                counters.runs().progress(who, running.stream().map(TaskRow::id).toList()),
                counters.runs().overdue(who, now.minus(Problems.LATE)),
                who.rights().scope().all() ? counters.letters().all(who).size() : 0,
                upcoming.next(counters.jobs().all(who), now, now.plus(SOON), SHOWN));
    }

    private List<TaskRow> search(Caller who, Filter filter, int most) {
        return counters.runs()
                .search(who, new Query(filter, Optional.empty(), most))
                .rows();
    }
}
