package io.baton.resilience.faulty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Ends the process, as kill -9 does, at a step: the first time that it passes once the file {@code armed} exists. If lines
 * stand in the file, only the step of a task that one of them names counts.
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

    /** A call is about to be made. @param asked its first argument */
    void before(Class<?> port, String method, Object asked) {
        if (!after && step.is(port, method) && !isNothing(asked) && armedFor(asked.toString())) {
            end.run();
        }
    }

    /** It was made. @param reply what it came to */
    void after(Class<?> port, String method, Object asked, Object reply) {
        boolean done = !step.saysWhatItDid() || !isNothing(reply);
        if (after && step.is(port, method) && done && armedFor(asked + " " + reply)) {
            end.run();
        }
    }

    /** No element, or none but such as have none. */
    private static boolean isNothing(Object what) {
        return what instanceof Collection<?> all && all.stream().allMatch(FailPoint::isNothing);
    }

    private boolean armedFor(String words) {
        if (!Files.exists(armed)) {
            return false;
        }
        try {
            List<String> tasks = Files.readAllLines(armed);
            return tasks.isEmpty() || tasks.stream().anyMatch(words::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
