package io.baton.bootstrap.node;

import io.baton.bootstrap.settings.DurationText;
import io.baton.domain.port.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Opens a server that may come up later: says once that it waits, tries again every second, gives up in time. */
final class ServerWait {
    private static final Logger LOG = System.getLogger(ServerWait.class.getName());

    private final long deadline;
    private final Duration most;
    private final BooleanSupplier unwanted;

    /** @param unwanted whether to give up before the time is over */
    ServerWait(Duration most, BooleanSupplier unwanted) {
        this.most = most;
        this.unwanted = unwanted;
        this.deadline = System.nanoTime() + most.toNanos();
    }

    /** @throws StoreUnavailableException if it will never come up, or did not in time */
    <T> T open(String what, Supplier<T> opening) {
        boolean said = false;
        while (true) {
            try {
                return opening.get();
            } catch (StoreUnavailableException e) {
                if (!e.worthWaiting() || unwanted.getAsBoolean()) {
                    throw e;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new StoreUnavailableException(
                            e.getMessage() + " (waited " + DurationText.format(most) + ": baton.wait-for-servers)",
                            false,
                            e);
                }
                if (!said) {
                    LOG.log(
                            Level.INFO,
                            "waiting for {0}, at most {1}: {2}",
                            what,
                            DurationText.format(most),
                            e.getMessage());
                    said = true;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for a server", false, e);
        }
    }
}
