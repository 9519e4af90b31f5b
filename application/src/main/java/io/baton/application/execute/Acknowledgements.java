package io.baton.application.execute;

import io.baton.application.Backoff;
import io.baton.application.batch.Batcher;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.Receipt;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Takes messages out of the in-flight set once they have done their work, in batches. What the queue could not be told is
 * told again: a message that stays in flight on a node that lives counts as being looked after.
 */
public final class Acknowledgements {
    private static final Logger LOG = System.getLogger(Acknowledgements.class.getName());

    private final TaskQueue queue;
    private final Incarnation self;
    private final Backoff backoff;
    private final Batcher<Receipt> acknowledging;

    public Acknowledgements(TaskQueue queue, Incarnation self, Executor executor, Backoff backoff) {
        this.queue = queue;
        this.self = self;
        this.backoff = backoff;
        this.acknowledging = new Batcher<>(executor, 500, this::write);
    }

    void acknowledge(Receipt receipt) {
        acknowledging.submit(receipt);
    }

    private void write(List<Receipt> receipts) {
        try {
            queue.acknowledge(self, receipts);
            backoff.answered();
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "{0} messages stay in flight for now: {1}", receipts.size(), e.getMessage());
            backoff.again(() -> acknowledging.submitAll(receipts));
        }
    }
}
