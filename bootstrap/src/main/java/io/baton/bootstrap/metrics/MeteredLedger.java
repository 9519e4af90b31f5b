package io.baton.bootstrap.metrics;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ledger whose steps are counted: what was won, started, suppressed, and how it ended. */
final class MeteredLedger implements TaskLedger {
    private final TaskLedger ledger;
    private final Meters meters;

    MeteredLedger(TaskLedger ledger, Meters meters) {
        this.ledger = ledger;
        this.meters = meters;
    }

    @Override
    public List<ClaimReply> claim(List<Claim> claims, WriteToken token) {
        List<ClaimReply> replies = ledger.claim(claims, token);
        for (ClaimReply reply : replies) {
            if (reply.verdict() == ClaimVerdict.LOST) {
                meters.count("scheduler.duplicate.suppressed", 1, "step", "claim");
            }
            reply.rows().stream()
                    .filter(row -> row.state() == TaskState.RUNNING)
                    .forEach(this::started);
        }
        return replies;
    }

    @Override
    public List<StartReply> start(List<StartRequest> requests, Incarnation by, WriteToken token) {
        List<StartReply> replies = ledger.start(requests, by, token);
        for (StartReply reply : replies) {
            switch (reply.verdict()) {
                case STARTED -> reply.row().ifPresent(this::started);
                case STALE -> meters.count("scheduler.duplicate.suppressed", 1, "step", "start");
                case SKIPPED -> reply.row().ifPresent(this::ended);
                case WAITS -> {}
            }
        }
        return replies;
    }

    private void started(TaskRow row) {
        Optional<Instant> at = row.story().startedAt();
        if (at.isPresent() && row.attempt() == 1) {
            Instant sent = row.standing().times().sentAt().orElse(at.get());
            meters.started(Duration.between(row.terms().scheduledAt(), at.get()), Duration.between(sent, at.get()));
        }
    }

    @Override
    public List<FinishReply> finish(List<Finish> finishes) {
        List<FinishReply> replies = ledger.finish(finishes);
        for (FinishReply reply : replies) {
            if (reply.late()) {
                meters.count("scheduler.late.results", 1);
                meters.count("scheduler.duplicate.suppressed", 1, "step", "finish");
            }
            reply.row().filter(row -> row.state() == TaskState.DONE).ifPresent(this::ended);
        }
        return replies;
    }

    private void ended(TaskRow row) {
        row.story().end().ifPresent(end -> {
            meters.count("scheduler.firings", 1, "outcome", end.outcome().name());
            if (end.reason() == Reason.OVERLAP || end.reason() == Reason.JOINED) {
                meters.count("scheduler.overlap.skips", 1);
            }
            duration(row).ifPresent(took -> meters.finished(row.job(), end.outcome(), took));
            if (end.outcome() == Outcome.SUCCEEDED) {
                row.story().finishedAt().ifPresent(at -> meters.succeeded(row.job(), at.getEpochSecond()));
            }
        });
    }

    private static Optional<Duration> duration(TaskRow row) {
        return row.story().startedAt().flatMap(from -> row.story().finishedAt().map(to -> Duration.between(from, to)));
    }

    @Override
    public List<TaskRow> move(List<Move> moves, WriteToken token) {
        return ledger.move(moves, token);
    }

    @Override
    public List<FinishReply> drop(List<Drop> drops, Incarnation by) {
        List<FinishReply> replies = ledger.drop(drops, by);
        replies.forEach(reply -> reply.row().ifPresent(this::ended));
        return replies;
    }
}
