package io.baton.bootstrap.node;

import io.baton.application.core.Core;
import io.baton.application.core.Desk;
import io.baton.web.WebServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A node that runs. */
public final class RunningNode {
    private static final Logger LOG = System.getLogger(RunningNode.class.getName());

    private final Core core;
    private final Stores stores;
    private final NodeThreads threads;
    private final WebServer web;
    private final Identity identity;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param drainTimeout how long running tasks may go on after the end was asked for */
    record Identity(String id, java.time.Duration drainTimeout, AutoCloseable targets) {}

    RunningNode(Core core, Stores stores, NodeThreads threads, WebServer web, Identity identity) {
        this.core = core;
        this.stores = stores;
        this.threads = threads;
        this.web = web;
        this.identity = identity;
    }

    public String id() {
        return identity.id();
    }

    /** Where its HTTP answers. */
    public int httpPort() {
        return web.port();
    }

    /** What operators may do and see. */
    public Desk desk() {
        return core.desk();
    }

    /**
     * Ends it: nothing new, queued work handed back, running tasks given the drain timeout.
     *
     * @param insisted whether somebody will not wait
     */
    public void end(BooleanSupplier insisted) {
        if (ended.compareAndSet(false, true)) {
            new NodeEnd(core.life(), identity.drainTimeout(), insisted).run();
            threads.close();
            web.close();
            stores.close();
            Quietly.close(identity.targets());
            LOG.log(Level.INFO, "Baton node {0} has ended", identity.id());
        }
    }
}
