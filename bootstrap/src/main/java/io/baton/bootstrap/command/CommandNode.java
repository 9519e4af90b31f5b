package io.baton.bootstrap.command;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.cli.NodeRunner;
import io.baton.bootstrap.node.Alterations;
import io.baton.bootstrap.node.ForcedEnd;
import io.baton.bootstrap.settings.NodeSettings;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The node as the program runs it: started, until a signal asks for its end. */
public final class CommandNode implements NodeRunner {
    private static final Logger LOG = System.getLogger(CommandNode.class.getName());

    private final Alterations alterations;

    /** @param alterations {@link Alterations#NONE}, but for tests of faults */
    public CommandNode(Alterations alterations) {
        this.alterations = alterations;
    }

    @Override
    public int run(NodeSettings settings) {
        WarmUp.begin();
        StopSignals signals = StopSignals.install();
        try {
            AtomicBoolean forced = new AtomicBoolean();
            BatonNode node = started(settings, signals, why -> {
                if (why == ForcedEnd.JVM_ERROR) {
                    halt();
                }
                forced.set(true);
                signals.ask();
            });
            signals.awaitAsked();
            node.close(signals::insisted);
            return ended(signals, forced.get());
        } catch (StoreUnavailableException e) {
            signals.disarm();
            if (signals.asked()) {
                LOG.log(Level.INFO, "stopped before it was ready: " + e.getMessage());
                return ExitCode.DONE;
            }
            LOG.log(Level.ERROR, "not started: " + e.getMessage());
            return ExitCode.NOT_STARTED;
        } catch (RuntimeException e) {
            signals.disarm();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            signals.disarm();
            return ExitCode.NOT_STARTED;
        } catch (Error e) {
            try {
                LOG.log(Level.ERROR, "this node cannot go on: it met", e);
            } finally {
                halt();
            }
            throw e;
        }
    }

    /**
     * The end after an error of the JVM. Running tasks end with the process, as if it were killed: its connections close, and
     * others take over at once what a node without heartbeats would hold for longer.
     */
    private static void halt() {
        Runtime.getRuntime().halt(ExitCode.NOT_STARTED);
    }

    /** @throws StoreUnavailableException whatever kept it from starting */
    private BatonNode started(NodeSettings settings, StopSignals signals, Consumer<ForcedEnd> onForcedEnd) {
        try {
            return BatonNode.builder()
                    .onForcedEnd(onForcedEnd)
                    .alter(alterations)
                    .giveUpWhen(signals::asked)
                    .start(settings);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (StoreException e) {
            throw new StoreUnavailableException(
                    e.getMessage() + "; start again when the stores of baton.db.url and baton.redis.uri answer",
                    true,
                    e);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "the start failed", e);
            throw new StoreUnavailableException(e + " (baton.log.level=debug shows where)", false, e);
        }
    }

    private static int ended(StopSignals signals, boolean forced) {
        if (forced) {
            signals.disarm();
            return ExitCode.NOT_STARTED;
        }
        signals.ended();
        return ExitCode.DONE;
    }
}
