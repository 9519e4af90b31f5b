package io.baton.domain.port;

import io.baton.domain.node.Incarnation;
import java.time.Duration;
import java.util.Optional;

/**
 * The master role. An optimisation, never a safety device: every step of a master is a compare-and-set that any node
 * could take.
 *
 * <ol>
 *   <li>L1 At most one live holder over all clients of the store.
 *   <li>L2 Claiming what one holds extends it.
 *   <li>L3 An expired lease can be claimed by anybody.
 *   <li>L4 A late extension or release by a former holder changes nothing.
 *   <li>L5 After a release a claim succeeds at once.
 *   <li>L6 A holder that is known to be dead can be replaced, by compare-and-set on that very holder.
 *   <li>L7 A failing store is an exception, never "held by another".
 * </ol>
 */
public interface MasterLease {
    /**
     * Claims the role, or extends it if it is one's own already.
     *
     * @param lasting 100 ms..1 h
     * @return who holds it now
     */
    Incarnation claim(Incarnation by, Duration lasting);

    /** Who holds it now. */
    Optional<Incarnation> holder();

    /** Gives the role up, if it is one's own. */
    void release(Incarnation by);

    /**
     * Takes the role from a holder that is dead.
     *
     * @return who holds it now: {@code by}, unless {@code dead} did not hold it any more
     */
    Incarnation takeFrom(Incarnation dead, Incarnation by, Duration lasting);
}
