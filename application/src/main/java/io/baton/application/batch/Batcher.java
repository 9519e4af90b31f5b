package io.baton.application.batch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Hands items to a step in batches that form by themselves.
 *
 * <p>The first item of an idle batcher is handed on alone and at once. What arrives while the step runs makes the next
 * batch: under load batches grow to {@code most}, and one item alone never waits. At most one batch is under way, so a
 * step needs no guard of its own.
 */
public final class Batcher<T> {
    private static final Logger LOG = System.getLogger(Batcher.class.getName());

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final Executor executor;
    private final int most;
    private final Consumer<List<T>> step;

    /**
     * @param most 1..10,000; the largest batch
     * @param step answers for its own failures: one that it lets through is logged, and its batch is gone
     */
    public Batcher(Executor executor, int most, Consumer<List<T>> step) {
        if (most < 1 || most > 10_000) {
            throw new IllegalArgumentException("batch size " + most + " is out of range: 1 to 10000");
        }
        this.executor = executor;
        this.most = most;
        this.step = step;
    }

    public void submit(T item) {
        waiting.add(item);
        wake();
    }

    public void submitAll(List<? extends T> items) {
        waiting.addAll(items);
        wake();
    }

    private void wake() {
        if (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            boolean handed = false;
            try {
                executor.execute(this::drain);
                handed = true;
            } finally { // an executor that has no thread left may have one for the next item
                if (!handed) {
                    underWay.set(false);
                }
            }
        }
    }

    private void drain() {
        try {
            List<T> batch = next();
            while (!batch.isEmpty()) {
                handOn(batch);
                batch = next();
            }
        } finally {
            underWay.set(false);
            wake();
        }
    }

    private void handOn(List<T> batch) {
        try {
            step.accept(batch);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a batch of " + batch.size() + " was given up; the sweep finds what it held", e);
        }
    }

    private List<T> next() {
        List<T> batch = new ArrayList<>();
        while (batch.size() < most) {
            T item = waiting.poll();
            if (item == null) {
                break;
            }
            batch.add(item);
        }
        return batch;
    }
}
