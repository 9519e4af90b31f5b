package io.baton.bootstrap.runs;

import io.baton.application.access.AuditBook;
import io.baton.application.log.RunLogWriter;
import io.baton.domain.port.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes to the store what the runs of this node said, twice a second, and once more at the end. */
public final class RunLogs implements AutoCloseable {
    private static final Logger LOG = System.getLogger(RunLogs.class.getName());
    /** 500 ms: with a reader that looks as often, a line is seen within about a second. */
    private static final long PAUSE_MILLIS = 500;

    private final RunLogWriter writer;
    private final ScheduledExecutorService pump;
    private final Future<?> flushing;

    public RunLogs(RunLogWriter writer, String node) {
        this.writer = writer;
        listen();
        pump = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "baton-run-logs-" + node);
            thread.setDaemon(true);
            return thread;
        });
        flushing = pump.scheduleWithFixedDelay(this::flush, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void flush() {
        try {
            writer.flush();
        } catch (Throwable e) {
            // The root of a thread. An error too, such as a lack of memory, must not end the writing to come.
            LOG.log(Level.ERROR, "logs of runs were not written; tried again", e);
        }
    }

    /** Deletes old entries of the audit, every hour. */
    public void tidy(AuditBook audit) {
        Future<?> unused = pump.scheduleWithFixedDelay(() -> purge(audit), 1, 60, TimeUnit.MINUTES);
    }

    private static void purge(AuditBook audit) {
        try {
            audit.purge();
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "the audit is purged an hour later: {0}", e.getMessage());
        }
    }

    /** Programs that embed a node may log with something else; then a run's log holds what its context was given. */
    private static void listen() {
        try {
            LogbackEar.listen();
        } catch (NoClassDefFoundError e) {
            LOG.log(Level.DEBUG, "this program does not log with Logback: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        flushing.cancel(false);
        pump.shutdownNow();
        flush();
    }
}
