package io.baton.bootstrap.node;

import io.baton.application.core.Core;
import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.bootstrap.runs.RunLogs;
import io.baton.web.WebServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** A node that runs. */
public final class RunningNode {
    private static final Logger LOG = System.getLogger(RunningNode.class.getName());

    private final Inside inside;
    private final Stores stores;
    private final Engines engines;
    private final WebServer web;
    private final Identity identity;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param drainTimeout how long running tasks may go on after the end was asked for */
    record Identity(String id, java.time.Duration drainTimeout, AutoCloseable targets) {}

    /** The use cases, without and with who asks. */
    record Inside(Core core, Office office) {}

    /** What drives it. */
    record Engines(NodeThreads threads, RunLogs logs) {}

    /** Throws nothing that must be declared. */
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    RunningNode(Inside inside, Stores stores, Engines engines, WebServer web, Identity identity) {
        this.inside = inside;
        this.stores = stores;
        this.engines = engines;
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
        return inside.core().desk();
    }

    /** The same, with who asks and whether they may. */
    public Office office() {
        return inside.office();
    }

    /**
     * Ends it: nothing new, queued work handed back, running tasks given the drain timeout.
     *
     * @param insisted whether somebody will not wait
     */
    public void end(BooleanSupplier insisted) {
        if (ended.compareAndSet(false, true)) {
            Closing targets = () -> Quietly.close(identity.targets());
            NodeThreads threads = engines.threads();
            RunLogs logs = engines.logs();
            try (targets; // whatever one of them throws, the others are closed
                    stores;
                    web;
                    logs;
                    threads) {
                new NodeEnd(inside.core().life(), identity.drainTimeout(), insisted).run();
            }
            LOG.log(Level.INFO, "Baton node {0} has ended", identity.id());
        }
    }
}
