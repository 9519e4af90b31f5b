package io.baton.application.execute;

import io.baton.application.Backoff;
import io.baton.application.NodeTimings;
import io.baton.application.Tokens;
import io.baton.application.batch.Batcher;
import io.baton.application.node.ClusterWatch;
import io.baton.application.node.Slots;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLedger.StartReply;
import io.baton.domain.port.TaskLedger.StartRequest;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Starts tasks by compare-and-set in the ledger, in batches, and runs those that it started. Every item holds a slot. */
public final class StartTasks {
    private static final Logger LOG = System.getLogger(StartTasks.class.getName());
    private static final int BATCH = 500;

    private final TaskLedger ledger;
    private final Tokens tokens;
    private final Footing footing;
    private final Outlets outlets;
    private final Batcher<Item> starting;

    /** A wish to start. @param message that brought it @param takenAt in nanoseconds of the node, if a message brought it */
    private record Item(TaskId task, long fence, Optional<Taken.Dispatched> message, long takenAt) {
        StartRequest request(long nanos) {
            return new StartRequest(task, fence, message.map(m -> Duration.ofNanos(nanos - takenAt)));
        }

        Optional<Receipt> receipt() {
            return message.map(Taken.Dispatched::receipt);
        }
    }

    /** What a start stands on: this node's place in the cluster, and time. */
    public record Footing(ClusterWatch watch, Slots slots, NodeTimings timings, LongSupplier nanos, Backoff backoff) {}

    /**
     * Where items go.
     *
     * @param running knows what the ledger is asked to start
     * @param stale given messages that started nothing; they are its own from then on
     */
    public record Outlets(
            RunningTasks running,
            TaskExecutionService execution,
            FinishTasks finish,
            Acknowledgements acks,
            Consumer<Taken.Dispatched> stale) {}

    public StartTasks(TaskLedger ledger, Tokens tokens, Footing footing, Outlets outlets, Executor executor) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.footing = footing;
        this.outlets = outlets;
        this.starting = new Batcher<>(executor, BATCH, this::start);
    }

    /** What is running here, or about to. */
    public RunningTasks running() {
        return outlets.running();
    }

    /** Runs a task whose claim started it; its slot is reserved. */
    public void runStarted(TaskRow row) {
        outlets.execution().execute(new Started(row, row.fence(), Optional.empty()));
    }

    /** Starts a task that is queued on this node and has no message; its slot is reserved. */
    public void startHere(TaskRow row) {
        starting.submit(new Item(row.id(), row.fence(), Optional.empty(), 0));
    }

    void startTaken(Taken.Dispatched taken) {
        starting.submit(new Item(
                taken.message().task(),
                taken.message().position().fence(),
                Optional.of(taken),
                footing.nanos().getAsLong()));
    }

    private void start(List<Item> items) {
        if (footing.watch().fenced()) {
            again(items);
            return;
        }
        List<TaskId> tasks = items.stream().map(Item::task).toList();
        running().asking(tasks);
        try {
            ask(items);
        } finally {
            running().answered(tasks);
        }
    }

    private void ask(List<Item> items) {
        long asked = footing.nanos().getAsLong();
        List<StartReply> replies;
        try {
            replies = ledger.start(
                    items.stream().map(item -> item.request(asked)).toList(),
                    footing.watch().self(),
                    tokens.next());
        } catch (StoreException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} tasks are not started yet, tried again in {1} ms: {2}",
                    items.size(),
                    again(items).toMillis(),
                    e.getMessage());
            return;
        }
        footing.backoff().answered();
        boolean tooLate = footing.nanos().getAsLong() - asked
                > footing.timings().selfFence().toNanos();
        for (int i = 0; i < items.size(); i++) {
            settle(items.get(i), replies.get(i), tooLate);
        }
    }

    /** Keeps the items with their slots: if the ledger did start one, its fence has moved on and the next try drops it. */
    private Duration again(List<Item> items) {
        return footing.backoff().again(() -> starting.submitAll(items));
    }

    private void settle(Item item, StartReply reply, boolean tooLate) {
        if (reply.verdict() == StartVerdict.STARTED) {
            Started started = new Started(reply.row().orElseThrow(), reply.contextFence(), item.receipt());
            if (tooLate) {
                handBack(started);
            } else {
                outlets.execution().execute(started);
            }
            return;
        }
        footing.slots().release();
        if (reply.verdict() == StartVerdict.STALE) {
            item.message().ifPresent(outlets.stale());
        } else {
            item.receipt().ifPresent(outlets.acks()::acknowledge);
            LOG.log(Level.DEBUG, "{0} {1}", item.task(), reply.verdict());
        }
    }

    /** Others may have declared this node dead while the ledger was answering: not acted on, queued again by its fence. */
    private void handBack(Started started) {
        Ending end = new Ending(Outcome.FAILED, Reason.NONE, "not run: the ledger confirmed its start too late");
        running().add(started.row().id(), started.row().fence(), new Run());
        outlets.finish().finish(new FinishTasks.Ended(started, end, Duration.ZERO, Optional.of(Duration.ZERO)));
    }
}
