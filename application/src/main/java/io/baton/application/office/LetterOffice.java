package io.baton.application.office;

import io.baton.application.access.AuditBook;
import io.baton.application.access.Caller;
import io.baton.application.fire.RequestRun;
import io.baton.application.view.Readings;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Role;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.queue.DeadLetter;
import java.util.List;
import java.util.Optional;

/** Messages that were set aside, for who may see all groups: a letter may hold anybody's data. */
public final class LetterOffice {
    /** 1,000: what the port gives at once. Older letters come into view as these are dealt with. */
    public static final int VISIBLE = 1000;

    private final Readings readings;
    private final RequestRun run;
    private final AuditBook audit;

    public LetterOffice(Readings readings, RequestRun run, AuditBook audit) {
        this.readings = readings;
        this.run = run;
        this.audit = audit;
    }

    /** The newest first, at most {@value #VISIBLE}. */
    public List<DeadLetter> all(Caller who) {
        who.needsForAll(Role.VIEWER);
        return readings.deadLetters(VISIBLE);
    }

    /**
     * What a letter was read to ask for.
     *
     * @param data empty = the job's own
     * @param requestId the one that the message has been given, or else the letter's id
     */
    public record Wish(JobKey job, Optional<JsonText> data, String requestId) {}

    /**
     * Runs the job that a letter was read to ask for, and removes the letter. The request has the same id each time, so
     * that a replay that is repeated, or cut off before the letter is removed, runs the job once.
     */
    public RequestRun.Reply replay(Caller who, DeadLetter letter, Wish wish) {
        who.needsForAll(Role.OPERATOR);
        RequestRun.Reply reply = run.run(wish.job(), wish.data(), Optional.of(wish.requestId()));
        reply.task().ifPresent(task -> {
            readings.removeDeadLetter(letter.id());
            audit.enter(who, new Deed("dead-letter.replay", letter.id(), letter.raw(), task.toString()));
        });
        return reply;
    }

    /** @return whether it was there */
    public boolean delete(Caller who, String id) {
        who.needsForAll(Role.OPERATOR);
        Optional<DeadLetter> letter = readings.deadLetters(VISIBLE).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        boolean gone = readings.removeDeadLetter(id);
        if (gone) {
            audit.enter(
                    who,
                    new Deed(
                            "dead-letter.delete",
                            id,
                            letter.map(DeadLetter::raw).orElse(""),
                            ""));
        }
        return gone;
    }
}
