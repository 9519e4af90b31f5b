package io.baton.application.execute;

import io.baton.application.Backoff;
import io.baton.application.Ports;
import io.baton.application.batch.Batcher;
import io.baton.application.node.Slots;
import io.baton.application.place.Relocation;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.port.TaskLedger.FinishReply;
import io.baton.domain.task.Ending;
import io.baton.domain.task.TaskRow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Records ends in the ledger, in batches; then gives the slot back and acknowledges the message.
 *
 * <p>While the ledger does not answer, ends wait here with their slots, so at most as many wait as there are slots, and a
 * node that cannot record starts nothing more. They are kept on disk meanwhile, so that they outlive the process.
 */
public final class FinishTasks {
    private static final Logger LOG = System.getLogger(FinishTasks.class.getName());
    private static final Logger RUN_LOG = System.getLogger("baton.run");
    private static final int BATCH = 500;

    private final TaskLedger ledger;
    private final KeptEnds kept;
    private final Incarnation self;
    private final Aftermath aftermath;
    private final Backoff backoff;
    private final Batcher<Ended> finishing;

    /**
     * A run that is over.
     *
     * @param retry how long to wait before the next attempt; empty = none follows
     */
    record Ended(Started started, Ending end, Duration took, Optional<Duration> retry) {}

    /** What follows an end. */
    public record Aftermath(RunningTasks running, Slots slots, Acknowledgements acks, Relocation relocation) {}

    public FinishTasks(Ports.Ledger ledger, Incarnation self, Aftermath aftermath, Backoff backoff, Executor executor) {
        this.ledger = ledger.tasks();
        this.kept = new KeptEnds(ledger.spool());
        this.self = self;
        this.aftermath = aftermath;
        this.backoff = backoff;
        this.finishing = new Batcher<>(executor, BATCH, this::record);
    }

    void finish(Ended ended) {
        finishing.submit(ended);
    }

    private void record(List<Ended> items) {
        List<Finish> ends = items.stream().map(this::finishOf).toList();
        List<FinishReply> replies;
        try {
            replies = ledger.finish(ends);
        } catch (StoreException e) {
            Duration wait = backoff.again(() -> finishing.submitAll(items));
            LOG.log(
                    Level.WARNING,
                    "{0} ends are not recorded yet, tried again in {1} ms: {2}",
                    items.size(),
                    wait.toMillis(),
                    e.getMessage());
            kept.keep(ends);
            return;
        }
        backoff.answered();
        for (int i = 0; i < items.size(); i++) {
            settle(items.get(i), replies.get(i));
        }
        kept.forget(ends);
    }

    private Finish finishOf(Ended item) {
        TaskRow row = item.started().row();
        return new Finish(row.id(), row.fence(), self, item.end(), item.retry());
    }

    private void settle(Ended item, FinishReply reply) {
        TaskRow row = item.started().row();
        aftermath.running().remove(row.id(), row.fence());
        aftermath.slots().release();
        item.started().receipt().ifPresent(aftermath.acks()::acknowledge);
        say(item, reply);
        aftermath.relocation().sendOwn(reply.promoted());
    }

    private void say(Ended item, FinishReply reply) {
        TaskRow row = item.started().row();
        String late = reply.late() ? " late=true (recorded, changes nothing)" : "";
        RUN_LOG.log(
                Level.INFO,
                "run " + row.id() + " " + item.end().words() + " node=" + self.node() + " attempt=" + row.attempt()
                        + " ms=" + item.took().toMillis() + retryWords(item) + late + errorWords(item.end()));
    }

    private static String retryWords(Ended item) {
        return item.retry().map(delay -> " retry-in-ms=" + delay.toMillis()).orElse("");
    }

    private static String errorWords(Ending end) {
        return end.error().isEmpty()
                ? ""
                : " error=\"" + end.error().lines().findFirst().orElse("") + "\"";
    }
}
