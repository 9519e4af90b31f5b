package io.baton.resilience.simulation;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** A lock of one node whose waits pass virtual time. Not reentrant: what takes it twice stands still and is found out. */
final class TurnLock implements Lock {
    private final Turns turns;
    private final Runnable settle;
    private final Turns.Signal released = new Turns.Signal();
    private @Nullable Thread owner;

    /** @param settle lets the node's pauses pass, and ends what runs on a crashed one */
    TurnLock(Turns turns, Runnable settle) {
        this.turns = turns;
        this.settle = settle;
    }

    boolean held() {
        return owner != null;
    }

    @Override
    public void lock() {
        while (owner != null) {
            turns.await(released, Turns.FOREVER);
            settle.run();
        }
        owner = Thread.currentThread();
    }

    @Override
    public void lockInterruptibly() {
        lock();
    }

    @Override
    public boolean tryLock() {
        if (owner != null) {
            return false;
        }
        owner = Thread.currentThread();
        return true;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
        throw new UnsupportedOperationException("the core does not wait for locks with a limit");
    }

    @Override
    public void unlock() {
        if (owner == Thread.currentThread()) {
            owner = null;
            turns.signalAll(released);
        }
    }

    @Override
    public Condition newCondition() {
        return new Waiting();
    }

    private final class Waiting implements Condition {
        private final Turns.Signal signal = new Turns.Signal();

        @Override
        public long awaitNanos(long nanos) {
            long began = turns.now();
            unlock();
            turns.await(signal, nanos / 1_000);
            settle.run();
            lock();
            return nanos - (turns.now() - began) * 1_000;
        }

        @Override
        public void signal() {
            turns.signalAll(signal);
        }

        @Override
        public void signalAll() {
            turns.signalAll(signal);
        }

        @Override
        public void await() {
            throw new UnsupportedOperationException("the core waits with a limit");
        }

        @Override
        public void awaitUninterruptibly() {
            throw new UnsupportedOperationException("the core waits with a limit");
        }

        @Override
        public boolean await(long time, TimeUnit unit) {
            throw new UnsupportedOperationException("the core waits in nanoseconds");
        }

        @Override
        public boolean awaitUntil(Date deadline) {
            throw new UnsupportedOperationException("the core waits by no wall clock");
        }
    }
}
