package io.baton.application.execute;

import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The thread side of one run: who runs it, and who wants it to end.
 *
 * <p>The first wish decides the outcome. A wish interrupts the run's thread once, and never a thread that has gone on to
 * other work.
 */
final class Run {
    private @Nullable Thread thread; // guarded by this
    private Optional<Outcome> wish = Optional.empty(); // guarded by this

    synchronized void begin() {
        thread = Thread.currentThread();
        if (wish.isPresent()) {
            thread.interrupt();
        }
    }

    /** Ends the thread's part; an interrupt that came in the last moment does not leak into its next work. */
    synchronized void end() {
        thread = null;
        Thread.interrupted();
    }

    /** @param outcome CANCELLED or TIMED_OUT */
    synchronized void endWith(Outcome outcome) {
        if (wish.isEmpty()) {
            wish = Optional.of(outcome);
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    synchronized boolean unwanted() {
        return wish.isPresent();
    }

    /** How the run ended. @param thrown what the method threw, null if it returned */
    synchronized Ending ending(@Nullable Throwable thrown) {
        if (wish.isPresent()) {
            return new Ending(wish.get(), Reason.NONE, thrown == null ? "" : StackTrace.of(thrown));
        }
        return thrown == null
                ? Ending.of(Outcome.SUCCEEDED)
                : new Ending(Outcome.FAILED, Reason.NONE, StackTrace.of(thrown));
    }
}
