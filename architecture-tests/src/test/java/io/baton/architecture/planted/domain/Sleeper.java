package io.baton.architecture.planted.domain;

/** Sleeps. */
public final class Sleeper {
    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
