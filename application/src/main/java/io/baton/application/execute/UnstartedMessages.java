package io.baton.application.execute;

import io.baton.application.Backoff;
import io.baton.application.jobs.JobLookup;
import io.baton.application.node.ClusterWatch;
import io.baton.application.place.Relocation;
import io.baton.domain.job.Job;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Labels;
import io.baton.domain.job.Spread;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.queue.Taken;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** What becomes of messages whose task cannot start here: it is elsewhere by now, not in the ledger, or lacks its target. */
public final class UnstartedMessages {
    private static final Logger LOG = System.getLogger(UnstartedMessages.class.getName());

    private final ClusterWatch watch;
    private final Known known;
    private final TaskHistory history;
    private final Relocation relocation;
    private final Backoff backoff;

    /** What this node can run. @param labels its own */
    public record Known(JobLookup jobs, TaskInvoker invoker, Labels labels) {
        boolean runs(TaskId task) {
            return jobs.find(task.job(), 0).map(this::runs).orElse(true);
        }

        private boolean runs(Job job) {
            return invoker.resolve(job.spec().work().target()).code().isPresent()
                    && (toOneNode(job.placement().spread())
                            || labels.satisfy(job.placement().labels()));
        }

        /** Labels have no say in who the master is, and a broadcast has asked for them already. */
        private static boolean toOneNode(Spread spread) {
            return spread == Spread.MASTER || spread == Spread.BROADCAST;
        }
    }

    /** @param backoff tries again what a store did not answer: nobody else looks after a message in flight on a node that lives */
    public UnstartedMessages(
            ClusterWatch watch, Known known, TaskHistory history, Relocation relocation, Backoff backoff) {
        this.watch = watch;
        this.known = known;
        this.history = history;
        this.relocation = relocation;
        this.backoff = backoff;
    }

    /**
     * Sends a task on that this node must not start: it does not have its target or the labels that it asks for, or it has begun to drain since it
     * looked for messages.
     *
     * @return whether the message is dealt with; not if the ledger does not know its task, which is for the start to see
     */
    public boolean placedAgain(Taken.Dispatched taken, TakenMessages messages) {
        boolean draining = watch.draining();
        if (!draining && known.runs(taken.message().task())) {
            return false;
        }
        try {
            Optional<TaskRow> row = history.find(taken.message().task());
            if (row.isEmpty()) {
                return false;
            }
            row.filter(r -> waits(r, taken)).ifPresent(r -> sendOn(r, draining));
            messages.done(taken.receipt());
            backoff.answered();
        } catch (StoreException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} cannot be sent on yet: {1}",
                    taken.message().task(),
                    e.getMessage());
            backoff.again(() -> again(taken, messages));
        }
        return true;
    }

    /** One that could be started here by now has lost its slot: it is dropped, and the sweep sends it anew. */
    private void again(Taken.Dispatched taken, TakenMessages messages) {
        if (!placedAgain(taken, messages)) {
            stale(taken, messages, messages.requests());
        }
    }

    private static boolean waits(TaskRow row, Taken.Dispatched taken) {
        return row.state() == TaskState.QUEUED
                && row.fence() == taken.message().position().fence();
    }

    private void sendOn(TaskRow row, boolean draining) {
        if (draining) {
            relocation.sendOwn(List.of(row));
        } else {
            relocation.relocate(List.of(row), Optional.of(watch.self()));
        }
    }

    /**
     * Looks at a message that started nothing. One that names a request that the ledger never saw is a request; one that
     * names a due time that the ledger never saw is set aside; any other has been overtaken and is dropped.
     */
    public void stale(Taken.Dispatched taken, TakenMessages messages, TakenMessages.RequestDoor requests) {
        TaskId task = taken.message().task();
        try {
            if (history.find(task).isPresent()) {
                LOG.log(Level.DEBUG, "a message for {0} was overtaken", task);
                messages.done(taken.receipt());
            } else if (task.firing().byHand() && task.shard().isEmpty()) {
                requests.accept(requestIn(taken), meant(taken), messages);
            } else {
                messages.setAside(taken, "no task " + task + " in the ledger");
            }
            backoff.answered();
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "a message for {0} stays in flight for now: {1}", task, e.getMessage());
            backoff.again(() -> stale(taken, messages, requests));
        }
    }

    private TakenMessages.Meant meant(Taken.Dispatched taken) {
        return taken.message().target().equals(watch.self().node())
                ? TakenMessages.Meant.THIS_NODE
                : TakenMessages.Meant.ANOTHER;
    }

    private static Taken.Requested requestIn(Taken.Dispatched taken) {
        TaskId task = taken.message().task();
        String requestId = task.firing().occurrence().substring("r-".length());
        Optional<JsonText> data = Optional.of(taken.message().data()).filter(d -> !d.equals(JsonText.EMPTY_OBJECT));
        return new Taken.Requested(taken.receipt(), task.job(), requestId, data, taken.raw());
    }
}
