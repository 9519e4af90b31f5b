package io.baton.application.node;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The tasks that this node may run at once. A slot is reserved before a task starts and given back when its thread has returned. */
public final class Slots {
    private final int total;
    private final Semaphore free;

    /** @param total 1..10,000 */
    public Slots(int total) {
        this.total = total;
        this.free = new Semaphore(total);
    }

    public boolean tryReserve() {
        return free.tryAcquire();
    }

    /** Reserves as many as are free, at most so many. @return how many were reserved */
    public int reserveUpTo(int most) {
        int reserved = 0;
        while (reserved < most && free.tryAcquire()) {
            reserved++;
        }
        return reserved;
    }

    /** Waits for a free slot and reserves it. @return whether one came free in time */
    public boolean reserve(Duration wait) throws InterruptedException {
        return free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void release() {
        free.release();
    }

    public int busy() {
        return total - free.availablePermits();
    }

    public int free() {
        return free.availablePermits();
    }

    public int total() {
        return total;
    }
}
