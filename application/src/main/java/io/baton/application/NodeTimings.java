package io.baton.application;

import java.time.Duration;

/**
 * How often a node speaks and how long it waits.
 *
 * @param heartbeatInterval ≤ heartbeatTimeout / 3
 * @param heartbeatTimeout a node that is silent for longer is dead
 * @param drainTimeout how long running tasks may go on after a stop was asked for
 * @param retention how long ended tasks are kept
 */
public record NodeTimings(
        Duration heartbeatInterval, Duration heartbeatTimeout, Duration drainTimeout, Duration retention) {
    public NodeTimings {
        if (heartbeatInterval.isNegative()
                || heartbeatInterval.isZero()
                || heartbeatInterval.multipliedBy(3).compareTo(heartbeatTimeout) > 0) {
            throw new IllegalArgumentException("heartbeat interval " + heartbeatInterval
                    + " is out of range: more than 0, at most a third of the timeout " + heartbeatTimeout);
        }
    }

    /** ⅔ of the timeout: a node that has confirmed no heartbeat for so long starts nothing until it has. */
    public Duration selfFence() {
        return heartbeatTimeout.multipliedBy(2).dividedBy(3);
    }

    /** ½ of the timeout, 15 s by default: how long the master role lasts without renewal. */
    public Duration lease() {
        return heartbeatTimeout.dividedBy(2);
    }

    /**
     * How long a node relies on the role after it last asked for it: ⅔ of the lease, 10 s by default; more where that would
     * end before the next heartbeat renews it, and never the whole lease.
     */
    public Duration reliance() {
        Duration usual = lease().multipliedBy(2).dividedBy(3);
        Duration renewed = heartbeatInterval.plus(lease()).dividedBy(2);
        return usual.compareTo(renewed) > 0 ? usual : renewed;
    }
}
