package io.baton.bootstrap.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The wish to end that the operating system passes on (SIGTERM, Ctrl-C): the first asks, the second will not wait for
 * running tasks, the third ends the process as it is.
 */
final class StopSignals {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger wishes = new AtomicInteger();
    private volatile boolean exitIsZero;

    static StopSignals install() {
        StopSignals signals = new StopSignals();
        signals.exitIsZero = !OsSignals.onEnding(signals::wish);
        Runtime.getRuntime().addShutdownHook(new Thread(signals::endWithNode, "baton-stop"));
        return signals;
    }

    private void wish() {
        if (wishes.incrementAndGet() > 2) {
            Runtime.getRuntime().halt(1);
        }
        asked.countDown();
    }

    /**
     * Whoever ends the JVM, the node ends first. Where signals are not noticed otherwise, this is how they come, and the
     * JVM would exit with the signal's number.
     */
    private void endWithNode() {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (exitIsZero) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Ends the waiting from within the process. */
    void ask() {
        asked.countDown();
    }

    boolean asked() {
        return asked.getCount() == 0;
    }

    /** Whether somebody asked again and will not wait. */
    boolean insisted() {
        return wishes.get() > 1;
    }

    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    /** The node has ended well. */
    void ended() {
        ended.countDown();
    }

    /** There is no node to wait for: the process exits with the code that it was given. */
    void disarm() {
        exitIsZero = false;
        ended.countDown();
    }
}
