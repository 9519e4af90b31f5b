package io.baton.application.execute;

import io.baton.application.Ports;
import io.baton.application.place.Relocation;
import io.baton.domain.port.ResultSpool.LeftBehind;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.TaskLedger.FinishReply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Records the ends of runs that processes of this machine kept and died with before the ledger took them, each under its
 * own incarnation and fence: it counts if nobody has taken the task for lost by now, else it is kept as late.
 */
public final class RecordLeftBehind {
    private static final Logger LOG = System.getLogger(RecordLeftBehind.class.getName());
    /** 500: as {@link FinishTasks}. */
    private static final int BATCH = 500;

    private final Ports.Ledger ledger;
    private final Relocation relocation;

    public RecordLeftBehind(Ports.Ledger ledger, Relocation relocation) {
        this.ledger = ledger;
        this.relocation = relocation;
    }

    /** What cannot be recorded now stays for the next call, or the next start. */
    public void record() {
        try {
            LeftBehind left = ledger.spool().leftBehind();
            left.unreadable()
                    .forEach(entry -> LOG.log(
                            Level.WARNING,
                            "an end of a run that an earlier process kept cannot be read and is passed over: {0}",
                            entry));
            for (int from = 0; from < left.ends().size(); from += BATCH) {
                record(left.ends()
                        .subList(from, Math.min(from + BATCH, left.ends().size())));
            }
        } catch (StoreException e) {
            LOG.log(
                    Level.WARNING,
                    "ends of runs that earlier processes kept are not recorded yet, tried again later: {0}",
                    e.getMessage());
        }
    }

    private void record(List<Finish> ends) {
        List<FinishReply> replies = ledger.tasks().finish(ends);
        replies.forEach(reply -> relocation.sendOwn(reply.promoted()));
        long late = replies.stream().filter(FinishReply::late).count();
        LOG.log(
                Level.INFO,
                "{0} ends of runs that earlier processes kept are recorded, {1} of them late (they change nothing)",
                ends.size(),
                late);
        ledger.spool().forget(ends);
    }
}
