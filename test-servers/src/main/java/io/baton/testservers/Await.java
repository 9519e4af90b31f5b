package io.baton.testservers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waiting for a server to get into some state, by asking again and again until a deadline. */
final class Await {
    /** 20 ms: Redis is up after some 30 ms, MariaDB after about a second. */
    private static final Duration STEP = Duration.ofMillis(20);

    private Await() {}

    /** A question to a server; a failure to answer counts as "not yet". */
    interface Question {
        boolean ask() throws IOException, SQLException;
    }

    /**
     * Returns once {@code question} is answered with yes.
     *
     * @param what the state that is awaited, for the message
     * @throws ServerFailedException if that did not happen within {@code within}
     */
    static void until(String what, Duration within, Question question) {
        long deadline = System.nanoTime() + within.toNanos();
        Exception last = null;
        do {
            try {
                if (question.ask()) {
                    return;
                }
            } catch (IOException | SQLException notYet) {
                last = notYet;
            }
            pause(what, last);
        } while (System.nanoTime() < deadline);
        throw new ServerFailedException("Not within " + within.toSeconds() + " s: " + what, last);
    }

    private static void pause(String what, @Nullable Exception last) {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while waiting for: " + what, last);
        }
    }
}
