package io.baton.bootstrap.fields;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The bean {@code probe} of a node of the tests: notes each call when it returns. */
public final class Probe {
    private final String node;
    private final List<Call> calls;
    private final Clock clock = Clock.systemUTC();

    Probe(String node, List<Call> calls) {
        this.node = node;
        this.calls = calls;
    }

    @TaskTarget("Returns")
    public void run(TaskContext context) {
        note(context, clock.instant(), false);
    }

    @TaskTarget("Takes its time; ends when interrupted")
    public void take(long millis, TaskContext context) throws InterruptedException {
        Instant began = clock.instant();
        boolean interrupted = true;
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
            interrupted = false;
        } finally {
            note(context, began, interrupted);
        }
    }

    @TaskTarget("Takes its time, whoever interrupts it")
    public void insist(long millis, TaskContext context) {
        Instant began = clock.instant();
        boolean interrupted = false;
        while (Duration.between(began, clock.instant()).toMillis() < millis) {
            try {
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        note(context, began, interrupted);
    }

    @TaskTarget("Fails in its first attempts")
    public void failBefore(int attempt, TaskContext context) {
        note(context, clock.instant(), false);
        if (context.attempt() < attempt) {
            throw new IllegalStateException("attempt " + context.attempt() + " fails on purpose");
        }
    }

    @TaskTarget("Notes its arguments in place of the data")
    public void typed(String text, int number, long big, double ratio, boolean yes, TaskContext context) {
        Instant now = clock.instant();
        note(context, new Call.Span(now, now), text + " " + number + " " + big + " " + ratio + " " + yes, false);
    }

    private void note(TaskContext context, Instant began, boolean interrupted) {
        note(context, new Call.Span(began, clock.instant()), context.dataJson(), interrupted);
    }

    private void note(TaskContext context, Call.Span span, String data, boolean interrupted) {
        Call.Key key = new Call.Key(context.taskId(), context.attempt(), context.shardIndex(), context.shardCount());
        calls.add(new Call(key, node, span, data, interrupted));
    }
}
