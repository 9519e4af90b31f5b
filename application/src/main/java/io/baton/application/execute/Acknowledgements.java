package io.baton.application.execute;

import io.baton.application.batch.Batcher;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.Receipt;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;

/** Takes messages out of the in-flight set once they have done their work, in batches. */
public final class Acknowledgements {
    private static final Logger LOG = System.getLogger(Acknowledgements.class.getName());

    private final TaskQueue queue;
    private final Incarnation self;
    private final Batcher<Receipt> acknowledging;

    public Acknowledgements(TaskQueue queue, Incarnation self, Executor executor) {
        this.queue = queue;
        this.self = self;
        this.acknowledging = new Batcher<>(executor, 500, this::write);
    }

    void acknowledge(Receipt receipt) {
        acknowledging.submit(receipt);
    }

    private void write(List<Receipt> receipts) {
        try {
            queue.acknowledge(self, receipts);
        } catch (StoreException e) {
            // Harmless: a message that stays names a fence that has moved on, and is dropped when it is met again.
            LOG.log(Level.DEBUG, "{0} messages stay in flight: {1}", receipts.size(), e.getMessage());
        }
    }
}
