package io.baton.application;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Who does a node's work.
 *
 * @param steps runs the batches; it never refuses
 * @param workers runs the methods of tasks; it never refuses as many as there are slots
 * @param timer runs things later
 * @param locks makes the locks that are held while a store is asked, or waited at: the simulation's know virtual time
 */
public record Hands(Executor steps, Executor workers, Timer timer, Supplier<Lock> locks) {
    /** With locks of the JVM. */
    public Hands(Executor steps, Executor workers, Timer timer) {
        this(steps, workers, timer, ReentrantLock::new);
    }
}
