package io.baton.bootstrap.command;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.cli.NodeRunner;
import io.baton.bootstrap.node.Alterations;
import io.baton.bootstrap.settings.NodeSettings;
import io.baton.domain.port.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

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
            BatonNode node = BatonNode.builder()
                    .onForcedEnd(() -> {
                        forced.set(true);
                        signals.ask();
                    })
                    .alter(alterations)
                    .giveUpWhen(signals::asked)
                    .start(settings);
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
