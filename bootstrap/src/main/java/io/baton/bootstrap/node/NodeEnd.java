package io.baton.bootstrap.node;

import io.baton.application.core.Life;
import io.baton.bootstrap.settings.DurationText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How a node ends: no more work, queued work handed back, running tasks given their time, then out of the cluster. */
final class NodeEnd {
    private static final Logger LOG = System.getLogger(NodeEnd.class.getName());
    /** 2 s for interrupted tasks to return and be recorded. */
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

    private final Life life;
    private final Duration drainTimeout;
    private final BooleanSupplier insisted;

    /** @param insisted whether somebody will not wait */
    NodeEnd(Life life, Duration drainTimeout, BooleanSupplier insisted) {
        this.life = life;
        this.drainTimeout = drainTimeout;
        this.insisted = insisted;
    }

    void run() {
        LOG.log(Level.INFO, "stopping: nothing new is started, queued work goes to other nodes");
        life.drain();
        if (!life.idle()) {
            LOG.log(Level.INFO, "running tasks may go on for up to {0}", DurationText.format(drainTimeout));
        }
        if (!idleWithin(drainTimeout)) {
            life.interruptAll();
            idleWithin(AFTER_INTERRUPT);
        }
        life.leave();
    }

    private boolean idleWithin(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!life.idle() && System.nanoTime() - deadline < 0 && !insisted.getAsBoolean()) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return life.idle();
            }
        }
        return life.idle();
    }
}
