package io.baton.application.sweep;

import io.baton.application.fire.Firing;
import io.baton.application.fire.FiringPlan;
import io.baton.application.fire.FiringRows;
import io.baton.domain.job.Job;
import io.baton.domain.job.Misfire;
import io.baton.domain.port.TaskLedger.Claim;
import io.baton.domain.schedule.DueTimes.Range;
import io.baton.domain.task.Ending;
import io.baton.domain.task.MissedRange;
import io.baton.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides what becomes of due times that nobody claimed: fired as themselves, or what the misfire policy says. */
final class MissedFirings {
    private final FiringPlan plan;
    private final FiringRows rows;

    MissedFirings(FiringPlan plan, FiringRows rows) {
        this.plan = plan;
        this.rows = rows;
    }

    /** What is to be entered. @param misfired how many due times were missed by more than the threshold */
    record Missed(List<Claim> claims, int misfired) {}

    /**
     * The claims for the missing due times of a job.
     *
     * @param range the due times that were looked at
     * @param missing those of them that are not in the ledger
     */
    Missed missed(Job job, Range range, Set<TaskId> missing, Instant now) {
        Instant late = now.minus(job.rules().misfire().threshold());
        List<Instant> open = range.latest().stream()
                .filter(due -> missing.contains(TaskId.of(Firing.due(job, due).id())))
                .toList();
        List<Instant> misfired = open.stream().filter(due -> due.isBefore(late)).toList();
        int fired = Math.min(misfired.size(), mostFired(job.rules().misfire().policy()));
        List<Claim> claims = new ArrayList<>();
        skipped(job, range, misfired.subList(0, misfired.size() - fired), claims);
        misfired.subList(misfired.size() - fired, misfired.size()).forEach(due -> claims.add(fire(job, due)));
        open.stream().filter(due -> !due.isBefore(late)).forEach(due -> claims.add(fire(job, due)));
        return new Missed(claims, misfired.size() + range.dropped());
    }

    private Claim fire(Job job, Instant due) {
        return plan.plan(Firing.due(job, due), () -> false);
    }

    private void skipped(Job job, Range range, List<Instant> skipped, List<Claim> claims) {
        int count = skipped.size() + range.dropped();
        if (count == 0) {
            return;
        }
        Instant first = range.dropped() > 0 ? range.first().orElseThrow() : skipped.get(0);
        Instant last = skipped.isEmpty() ? first : skipped.get(skipped.size() - 1);
        Ending end = new MissedRange(count, first, last).ending();
        Firing firing = Firing.due(job, first);
        claims.add(new Claim(List.of(rows.ended(firing, TaskId.of(firing.id()), end))));
    }

    private static int mostFired(Misfire policy) {
        return switch (policy) {
            case FIRE_ONCE -> 1;
            case SKIP -> 0;
            case FIRE_ALL -> Misfire.MOST_FIRED;
        };
    }
}
