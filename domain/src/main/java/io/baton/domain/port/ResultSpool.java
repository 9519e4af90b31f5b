package io.baton.domain.port;

import io.baton.domain.port.TaskLedger.Finish;
import java.util.List;

/**
 * Ends of runs that the ledger has not taken yet, kept on the node's own machine over the death of its process. Several
 * processes of one machine may share what is behind it.
 *
 * <p>It proves nothing: that an end counts only under its row's fence is the ledger's law (G5). An end is the same as
 * another if task, fence and incarnation are.
 *
 * <ol>
 *   <li>R1 An end that was kept outlives the process: once that is dead, {@code leftBehind} of another one finds it, equal
 *       in every field, whatever characters its error holds.
 *   <li>R2 Kept twice is kept once.
 *   <li>R3 A process keeps at most {@value #MOST} ends at once. Those that are over are refused, the last ones first, and
 *       returned; the others of the call are kept. Forgetting makes room.
 *   <li>R4 What a living process keeps is left behind for nobody, however long it stands still.
 *   <li>R5 What was forgotten is not found again, but possibly after the machine went down. Forgetting what is not kept
 *       changes nothing.
 *   <li>R6 What one process has found is found by no other while that one lives; by itself, until it forgets it.
 *   <li>R7 An entry that cannot be read harms no other, and is told of once.
 *   <li>R8 A failure is an exception and harms no end that was kept before.
 * </ol>
 *
 * <p>Safe for many threads. Uses no clock.
 */
public interface ResultSpool {
    /** 1,000: with the longest errors some 50 MB. */
    int MOST = 1_000;

    /**
     * Keeps ends of runs of this process.
     *
     * @return those that were refused (R3), in their order; mostly none
     * @throws StoreException if none of them is kept; a later call may succeed
     */
    List<Finish> keep(List<Finish> ends);

    /**
     * Drops ends: own ones, and those that were left behind and found by this process.
     *
     * @throws StoreException if they may be found again, which the ledger's fence makes harmless
     */
    void forget(List<Finish> ends);

    /** @throws StoreException if it cannot be known; a later call may succeed */
    LeftBehind leftBehind();

    /**
     * What processes that are dead by now had kept and not forgotten.
     *
     * @param ends of each process in the order in which it kept them
     * @param unreadable for people: where an entry is that cannot be read, and why
     */
    record LeftBehind(List<Finish> ends, List<String> unreadable) {
        public static final LeftBehind NOTHING = new LeftBehind(List.of(), List.of());

        public LeftBehind {
            ends = List.copyOf(ends);
            unreadable = List.copyOf(unreadable);
        }
    }
}
