package io.baton.resilience.faulty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/**
 * Ends the process, as kill -9 does, at a step: the first time that it passes once the file {@code armed} exists.
 *
 * @param after whether the step's effect has happened
 */
record FailPoint(Step step, boolean after, Path armed) {

    /** @param name such as {@code after-claim} */
    static FailPoint parse(String name, Path armed) {
        int dash = name.indexOf('-');
        String when = name.substring(0, Math.max(0, dash));
        if (!when.equals("before") && !when.equals("after")) {
            throw new IllegalArgumentException("fail point '" + name + "': before-<step> or after-<step> is expected");
        }
        return new FailPoint(
                Step.valueOf(name.substring(dash + 1).toUpperCase(Locale.ROOT)), when.equals("after"), armed);
    }

    void passed(Class<?> port, String method, boolean isAfter, Object what) {
        // A push answers with what found no room, which is nothing as a rule; no other step says by nothing that it was
        // done.
        boolean nothing = step != Step.PUSH && what instanceof Collection<?> all && all.isEmpty();
        if (isAfter == after && step.is(port, method) && !nothing && Files.exists(armed)) {
            Runtime.getRuntime().halt(137);
        }
    }
}
