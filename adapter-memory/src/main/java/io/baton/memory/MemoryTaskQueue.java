package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import java.time.Duration;
import java.util.List;

/** The queues of a {@link MemoryCluster}, for senders and takers. Values travel, not text, so nothing is unreadable. */
final class MemoryTaskQueue implements TaskQueue {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MemoryQueues queues;
    private final MemoryDeadLetters deadLetters;

    MemoryTaskQueue(MemoryQueues queues, MemoryDeadLetters deadLetters) {
        this.queues = queues;
        this.deadLetters = deadLetters;
    }

    @Override
    public List<TaskMessage> push(List<TaskMessage> messages, int capacity) {
        return queues.push(List.copyOf(messages), Limits.capacity(capacity));
    }

    @Override
    public List<Taken> take(Incarnation owner, int most, Duration wait) {
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("wait " + wait + " is out of range: 0 to 5s");
        }
        return queues.take(owner, Limits.most(most), wait);
    }

    @Override
    public List<Taken> steal(NodeId from, Incarnation by, int most) {
        return queues.steal(from, by, Limits.most(most));
    }

    @Override
    public void acknowledge(Incarnation owner, List<Receipt> receipts) {
        queues.acknowledge(owner, receipts);
    }

    @Override
    public void setAside(DeadLetter letter) {
        deadLetters.add(letter);
    }

    @Override
    public List<DeadLetter> deadLetters(int most) {
        return deadLetters.newest(Limits.most(most));
    }

    @Override
    public boolean removeDeadLetter(String id) {
        return deadLetters.remove(id);
    }
}
