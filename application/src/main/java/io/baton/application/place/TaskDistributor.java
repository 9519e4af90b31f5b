package io.baton.application.place;

import io.baton.application.Backoff;
import io.baton.application.batch.Batcher;
import io.baton.application.node.StoreClock;
import io.baton.domain.job.Labels;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.TaskRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Sends the messages of queued tasks to their owners' queues, in batches. What the queues did not take is sent again for some
 * seconds, so that a short outage costs no more than itself; a message that arrives twice starts its task once.
 */
public final class TaskDistributor {
    private static final Logger LOG = System.getLogger(TaskDistributor.class.getName());
    /** 500: as many pushes as one pipeline carries without holding up the next step. */
    private static final int BATCH = 500;
    /** 6 s: shorter than the sweep takes to call a message lost, so that the two do not send the same task. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final TaskQueue queue;
    private final Rules rules;
    private final StoreClock clock;
    private final Backoff backoff;
    private final Batcher<Outgoing> sending;

    /** @param since when it was to be sent */
    private record Outgoing(TaskRow row, Instant since) {}

    /**
     * What messages are held to.
     *
     * @param capacity 1..1,000,000; the most messages that may wait on one node's queue
     * @param labels what a task asks of a node; one that asks for any is not stolen, for its thief may not have them
     */
    public record Rules(int capacity, Function<TaskRow, Labels> labels) {
        boolean stays(TaskRow row) {
            return row.bound() || !labels.apply(row).equals(Labels.NONE);
        }
    }

    public TaskDistributor(TaskQueue queue, Rules rules, StoreClock clock, Backoff backoff, Executor executor) {
        this.queue = queue;
        this.rules = rules;
        this.clock = clock;
        this.backoff = backoff;
        this.sending = new Batcher<>(executor, BATCH, this::push);
    }

    /** @param rows QUEUED, each with its owner; the ledger says already that their messages are under way */
    public void send(List<TaskRow> rows) {
        Instant now = clock.now();
        sending.submitAll(rows.stream().map(row -> new Outgoing(row, now)).toList());
    }

    private void push(List<Outgoing> batch) {
        try {
            List<TaskMessage> refused =
                    queue.push(batch.stream().map(out -> message(out.row())).toList(), rules.capacity());
            backoff.answered();
            if (!refused.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "{0} tasks wait in the ledger, for {1} has {2} messages waiting already: they are sent as it empties",
                        refused.size(),
                        refused.get(0).target(),
                        rules.capacity());
            }
        } catch (StoreException e) {
            again(batch, e);
        }
    }

    private void again(List<Outgoing> batch, StoreException cause) {
        Instant old = clock.now().minus(PATIENCE);
        List<Outgoing> young =
                batch.stream().filter(out -> out.since().isAfter(old)).toList();
        if (!young.isEmpty()) {
            backoff.again(() -> sending.submitAll(young));
        }
        LOG.log(
                Level.WARNING,
                "{0} messages may not have arrived; {1} are sent again, the others by the sweep from their rows in the ledger: {2}",
                batch.size(),
                young.size(),
                cause.getMessage());
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
                rules.stays(row),
                row.terms().work().data());
    }
}
