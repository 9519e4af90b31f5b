package io.baton.bootstrap.node;

import io.baton.application.Hands;
import io.baton.application.Timer;
import io.baton.application.core.Life;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The threads that drive a node's core: one a cycle, one that takes messages, a few for batches, and the tasks' own. An error of
 * the JVM, such as {@link OutOfMemoryError}, leaves a part of the work undone for good: then all cycles end, so that the
 * others take this node for dead, and the node's owner is told to end it.
 */
final class NodeThreads implements AutoCloseable {
    private static final Logger LOG = System.getLogger(NodeThreads.class.getName());

    private final String node;
    private final ExecutorService steps;
    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor timer;
    private final List<Thread> loops = new ArrayList<>();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Progress progress;
    private final Consumer<ForcedEnd> onError;

    /** @param onError told of an error of the JVM, once */
    NodeThreads(String node, Progress progress, Consumer<ForcedEnd> onError) {
        this.node = node;
        this.progress = progress;
        this.onError = onError;
        this.steps = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                60,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                WorkerThreads.named("baton-step-" + node, this::broken),
                (step, pool) -> afterTheEnd());
        this.workers = WorkerThreads.workers(node);
        this.timer = new ScheduledThreadPoolExecutor(1, WorkerThreads.named("baton-timer-" + node));
        timer.setRejectedExecutionHandler((step, pool) -> afterTheEnd());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A task that was given up returns after its node has ended: others have taken it over, and nothing is left to do. */
    private static void afterTheEnd() {
        LOG.log(Level.DEBUG, "a task that was given up has returned");
    }

    Hands hands() {
        return new Hands(steps, this::work, timer(timer));
    }

    /** What a task's method throws is the task's end; an error beside it would leave the task without one. */
    private void work(Runnable run) {
        workers.execute(() -> {
            try {
                run.run();
            } catch (Error e) {
                broken(Thread.currentThread(), e);
                throw e;
            }
        });
    }

    private void broken(Thread thread, Throwable error) {
        if (!(error instanceof Error)) {
            LOG.log(Level.ERROR, thread.getName() + " failed", error);
            return;
        }
        synchronized (ending) { // several threads meet the same want of memory
            if (ending.getCount() == 0) {
                return;
            }
            ending.countDown();
        }
        try {
            LOG.log(
                    Level.ERROR,
                    "this node cannot go on and ends, others take over: " + thread.getName() + " met",
                    error);
        } finally { // there may not even be memory to say so
            onError.accept(ForcedEnd.JVM_ERROR);
        }
    }

    private Timer timer(ScheduledExecutorService scheduler) {
        return (delay, task) -> {
            ScheduledFuture<?> future = scheduler.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        };
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "something that was put off failed", e);
            } catch (Error e) { // the executor would keep it to itself
                broken(Thread.currentThread(), e);
                throw e;
            }
        };
    }

    /** Starts the cycles and the taking of messages. */
    void drive(Life life, List<Life.Cycle> cycles) {
        cycles.forEach(cycle -> start(cycle.name(), () -> repeat(cycle)));
        start("intake", () -> take(life));
    }

    private void start(String name, Runnable loop) {
        Thread thread =
                WorkerThreads.named("baton-" + name + "-" + node, this::broken).newThread(loop);
        loops.add(thread);
        thread.start();
    }

    private void repeat(Life.Cycle cycle) {
        try {
            while (!ending.await(cycle.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                runOnce(cycle);
                progress.tick(cycle.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cycle goes on whatever exception its step throws. */
    private static void runOnce(Life.Cycle cycle) {
        try {
            cycle.step().run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the step " + cycle.name() + " failed; it is tried again", e);
        }
    }

    private void take(Life life) {
        Duration rest = Duration.ofMillis(200);
        try {
            while (ending.getCount() > 0) {
                boolean took = takeOnce(life);
                progress.tick("intake");
                if (!took && ending.await(took ? 0 : restAfterNothing(life, rest), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A take that found nothing has waited already; one that was refused has not. */
    private static long restAfterNothing(Life life, Duration rest) {
        return life.mayTake() ? 0 : rest.toMillis();
    }

    private static boolean takeOnce(Life life) throws InterruptedException {
        try {
            return life.intake();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "taking messages failed; it is tried again", e);
            return false;
        }
    }

    /** Ends the loops; tasks that still run are left to their daemon threads. */
    @Override
    public void close() {
        ending.countDown();
        loops.forEach(Thread::interrupt);
        loops.forEach(NodeThreads::join);
        timer.shutdownNow();
        steps.shutdown();
        workers.shutdownNow();
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(3).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
