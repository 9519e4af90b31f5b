package io.baton.application.node;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The tasks that this node may run at once. A slot is reserved before a task starts and given back when its thread has returned. */
public final class Slots {
    private final int total;
    private final Lock lock;
    private final Condition freed;
    private int free; // guarded by lock

    /** @param total 1..10,000 */
    public Slots(int total, Lock lock) {
        this.total = total;
        this.lock = lock;
        this.freed = lock.newCondition();
        this.free = total;
    }

    public boolean tryReserve() {
        return reserveUpTo(1) == 1;
    }

    /** Reserves as many as are free, at most so many. @return how many were reserved */
    public int reserveUpTo(int most) {
        lock.lock();
        try {
            int reserved = Math.min(most, free);
            free -= reserved;
            return reserved;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a free slot and reserves it. @return whether one came free in time */
    public boolean reserve(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (free == 0 && left > 0) {
                left = freed.awaitNanos(left);
            }
            boolean reserved = free > 0;
            free -= reserved ? 1 : 0;
            return reserved;
        } finally {
            lock.unlock();
        }
    }

    public void release() {
        lock.lock();
        try {
            free++;
            freed.signal();
        } finally {
            lock.unlock();
        }
    }

    public int busy() {
        return total - free();
    }

    public int free() {
        lock.lock();
        try {
            return free;
        } finally {
            lock.unlock();
        }
    }

    public int total() {
        return total;
    }
}
