package io.baton.application.place;

import io.baton.application.batch.Batcher;
import io.baton.application.node.StoreClock;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.TaskRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;

/** Sends the messages of queued tasks to their owners' queues, in batches. */
public final class TaskDistributor {
    private static final Logger LOG = System.getLogger(TaskDistributor.class.getName());
    /** 500: as many pushes as one pipeline carries without holding up the next step. */
    private static final int BATCH = 500;

    private final TaskQueue queue;
    private final int capacity;
    private final StoreClock clock;
    private final Batcher<TaskRow> sending;

    /** @param capacity 1..1,000,000; the most messages that may wait on one node's queue */
    public TaskDistributor(TaskQueue queue, int capacity, StoreClock clock, Executor executor) {
        this.queue = queue;
        this.capacity = capacity;
        this.clock = clock;
        this.sending = new Batcher<>(executor, BATCH, this::push);
    }

    /** @param rows QUEUED, each with its owner; the ledger says already that their messages are under way */
    public void send(List<TaskRow> rows) {
        sending.submitAll(rows);
    }

    private void push(List<TaskRow> rows) {
        try {
            List<TaskMessage> refused =
                    queue.push(rows.stream().map(this::message).toList(), capacity);
            if (!refused.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "{0} tasks wait in the ledger, for {1} has {2} messages waiting already: they are sent as it empties",
                        refused.size(),
                        refused.get(0).target(),
                        capacity);
            }
        } catch (StoreException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} messages may not have arrived; the rows stand in the ledger and the sweep sends them again: {1}",
                    rows.size(),
                    e.getMessage());
        }
    }

    private TaskMessage message(TaskRow row) {
        Incarnation owner = row.standing()
                .owner()
                .orElseThrow(() -> new IllegalStateException(row.id() + " is queued but has no owner"));
        TaskMessage.Position position = new TaskMessage.Position(row.fence(), row.attempt(), clock.now());
        return new TaskMessage(
                row.id(),
                owner.node(),
                position,
                row.bound(),
                row.terms().work().data());
    }
}
