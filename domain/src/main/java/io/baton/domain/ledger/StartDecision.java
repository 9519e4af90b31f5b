package io.baton.domain.ledger;

import io.baton.domain.task.Reason;
import java.util.function.Function;
import java.util.function.Supplier;

/** What becomes of a task that a node wants to start. */
public sealed interface StartDecision {

    /** It runs. @param takes whether its firing becomes the holder of the job's exclusive row by it */
    record Run(boolean takes) implements StartDecision {}

    /** It waits for the firing that runs. @param replaces whether that one is to be cancelled and older waiters end */
    record Wait(boolean replaces) implements StartDecision {}

    /** It ends SKIPPED. */
    record Skip(Reason reason) implements StartDecision {}

    /** The message is out of date: drop it. */
    record Stale() implements StartDecision {}

    default <R> R fold(Function<Run, R> run, Function<Wait, R> wait, Function<Skip, R> skip, Supplier<R> stale) {
        if (this instanceof Run r) {
            return run.apply(r);
        }
        if (this instanceof Wait w) {
            return wait.apply(w);
        }
        if (this instanceof Skip s) {
            return skip.apply(s);
        }
        return stale.get();
    }
}
