package io.baton.domain.port;

import io.baton.domain.node.Incarnation;
import io.baton.domain.task.FiringId;
import java.time.Duration;
import java.util.List;

/**
 * The filter that keeps most nodes from claiming a firing that another is claiming already. It is not the authority: the
 * ledger is.
 *
 * <ol>
 *   <li>F1 Of many claimants of one firing at most one is GRANTED while its claim lasts.
 *   <li>F2 Claiming again what one holds is GRANTED: a repeated request must not lose against itself.
 *   <li>F3 A claim ends by itself after its time to live.
 *   <li>F4 Firings whose names differ in case only are different.
 *   <li>F5 A failing store is an exception, never "held by another".
 * </ol>
 */
public interface TaskLock {
    /**
     * Claims each of the firings.
     *
     * @param lasting 100 ms..1 h
     * @return one answer a firing, in order
     */
    List<Reply> claim(List<FiringId> firings, Incarnation by, Duration lasting);

    enum Reply {
        GRANTED,
        HELD_BY_ANOTHER
    }
}
