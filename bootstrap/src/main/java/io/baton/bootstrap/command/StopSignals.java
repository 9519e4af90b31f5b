package io.baton.bootstrap.command;

import java.util.concurrent.CountDownLatch;

/** The wish to end that the operating system passes on (SIGTERM, Ctrl-C): the JVM's own end waits for the node's. */
final class StopSignals {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean armed = true;

    static StopSignals install() {
        StopSignals signals = new StopSignals();
        Runtime.getRuntime().addShutdownHook(new Thread(signals::endWithNode, "baton-stop"));
        return signals;
    }

    /** Exits with 0 once the node has ended: a JVM that a signal ends would else exit with the signal's number. */
    private void endWithNode() {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (armed) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Ends the waiting from within the process. */
    void ask() {
        asked.countDown();
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
        armed = false;
        ended.countDown();
    }
}
