package io.baton.bootstrap.metrics;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import java.time.Duration;
import java.util.List;

/** A queue whose older messages and dead letters are counted. */
final class MeteredQueue implements TaskQueue {
    private final TaskQueue queue;
    private final Meters meters;

    MeteredQueue(TaskQueue queue, Meters meters) {
        this.queue = queue;
        this.meters = meters;
    }

    @Override
    public List<Taken> take(Incarnation owner, int most, Duration wait) {
        return counted(queue.take(owner, most, wait));
    }

    @Override
    public List<Taken> steal(NodeId from, Incarnation by, int most) {
        return counted(queue.steal(from, by, most));
    }

    private List<Taken> counted(List<Taken> taken) {
        for (Taken one : taken) {
            if (one instanceof Taken.Requested request && firstTaken(request)) {
                meters.count(
                        "scheduler.legacy.messages",
                        1,
                        "form",
                        OlderForm.of(request).label());
            }
        }
        return taken;
    }

    /** Once it has an id from elsewhere it has changed hands: it was counted where it came in, and in the form it came in. */
    private static boolean firstTaken(Taken.Requested request) {
        return request.requestId().equals(request.receipt().text());
    }

    @Override
    public void setAside(DeadLetter letter) {
        queue.setAside(letter);
        meters.count("scheduler.dead.lettered", 1);
    }

    @Override
    public List<TaskMessage> push(List<TaskMessage> messages, int capacity) {
        return queue.push(messages, capacity);
    }

    @Override
    public void acknowledge(Incarnation owner, List<Receipt> receipts) {
        queue.acknowledge(owner, receipts);
    }

    @Override
    public List<DeadLetter> deadLetters(int most) {
        return queue.deadLetters(most);
    }

    @Override
    public boolean removeDeadLetter(String id) {
        return queue.removeDeadLetter(id);
    }
}
