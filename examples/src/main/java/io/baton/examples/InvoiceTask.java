package io.baton.examples;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A Spring component: one bean serves all runs, several at once, and Spring gives it what it needs.
 *
 * <p>A job names it {@code invoices.send(1000)}. With {@code placement: {shards: 4}} each of the four tasks sends the
 * invoices of its own quarter of the customers.
 */
@Component("invoices")
public class InvoiceTask {
    private final Mailbox mailbox;

    public InvoiceTask(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @TaskTarget("Sends the invoices of this shard's customers")
    public void send(long customers, TaskContext context) {
        Object month = Objects.requireNonNullElse(context.data().get("month"), "this month");
        long sent = 0;
        for (long customer = context.shardIndex(); customer < customers; customer += context.shardCount()) {
            if (mailbox.sendOnce(customer + "/" + month, context.fence())) {
                sent++;
            }
        }
        context.log("sent " + sent + " invoices for " + month);
    }
}
