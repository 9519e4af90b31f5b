package io.baton.application.execute;

import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.Finish;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends that the ledger did not take, kept on disk as well as in memory: each is tried once. A spool that fails changes
 * nothing: the ends are in memory still, and only the death of the process would lose them.
 */
final class KeptEnds {
    private static final Logger LOG = System.getLogger(KeptEnds.class.getName());

    private final ResultSpool spool;
    private final Set<Finish> tried = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;

    KeptEnds(ResultSpool spool) {
        this.spool = spool;
    }

    void keep(List<Finish> ends) {
        List<Finish> fresh = ends.stream().filter(tried::add).toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            List<Finish> refused = spool.keep(fresh);
            failing = false;
            if (!refused.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "{0} ends are in memory only, more than {1} are not kept on disk: they are lost if this process"
                                + " dies before the ledger answers",
                        refused.size(),
                        ResultSpool.MOST);
            }
        } catch (StoreException e) {
            LOG.log(
                    failing ? Level.DEBUG : Level.WARNING,
                    "{0} ends are in memory only and lost if this process dies before the ledger answers; baton.spool.dir"
                            + " must name a folder that can be written: {1}",
                    fresh.size(),
                    e.getMessage());
            failing = true;
        }
    }

    /** Drops those that were kept; does nothing, no I/O either, while none is. */
    void forget(List<Finish> recorded) {
        if (tried.isEmpty()) {
            return;
        }
        List<Finish> known = recorded.stream().filter(tried::remove).toList();
        if (known.isEmpty()) {
            return;
        }
        try {
            spool.forget(known);
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "recorded ends may be found again, and are late then: {0}", e.getMessage());
        }
    }
}
