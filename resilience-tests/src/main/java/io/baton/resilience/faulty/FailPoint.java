package io.baton.resilience.faulty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/**
 * Ends the process, as kill -9 does, at a step: the first time that it passes once the file {@code armed} exists.
 *
 * @param after whether the step's effect has happened
 * @param end what ends the process
 */
record FailPoint(Step step, boolean after, Path armed, Runnable end) {

    /** @param name such as {@code after-claim} */
    static FailPoint parse(String name, Path armed, Runnable end) {
        int dash = name.indexOf('-');
        String when = name.substring(0, Math.max(0, dash));
        if (!when.equals("before") && !when.equals("after")) {
            throw new IllegalArgumentException("fail point '" + name + "': before-<step> or after-<step> is expected");
        }
        Step step = Step.valueOf(name.substring(dash + 1).toUpperCase(Locale.ROOT));
        return new FailPoint(step, when.equals("after"), armed, end);
    }

    void passed(Class<?> port, String method, boolean isAfter, Object what) {
        // A push answers with what found no room, which is nothing as a rule; no other step says by nothing that it was
        // done.
        boolean nothing = step != Step.PUSH && what instanceof Collection<?> all && all.isEmpty();
        if (isAfter == after && step.is(port, method) && !nothing && Files.exists(armed)) {
            end.run();
        }
    }
}
