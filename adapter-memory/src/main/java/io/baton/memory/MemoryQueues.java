package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.QueueState;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The queues and in-flight sets of a {@link MemoryCluster}.
 *
 * <p>All state is guarded by one lock, so that a message moves from queue to set in one step. A wait counts real time,
 * whatever clock the cluster has, so that a test with a standing clock does not hang.
 */
final class MemoryQueues {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Map<NodeId, Deque<TaskMessage>> waiting = new TreeMap<>();
    private final Map<Incarnation, Map<Receipt, TaskMessage>> inFlight = new TreeMap<>(MemoryOrder.OF_INCARNATIONS);
    private long receipts;

    List<TaskMessage> push(List<TaskMessage> messages, int capacity) {
        return locked(() -> {
            List<TaskMessage> refused = new ArrayList<>();
            for (TaskMessage message : messages) {
                Deque<TaskMessage> queue = queue(message.target());
                if (queue.size() < capacity) {
                    queue.addLast(message);
                } else {
                    refused.add(message);
                }
            }
            arrived.signalAll();
            return refused;
        });
    }

    List<Taken> take(Incarnation owner, int most, Duration wait) {
        return locked(() -> {
            await(owner.node(), wait.toNanos());
            return move(owner.node(), owner, most, true);
        });
    }

    List<Taken> steal(NodeId from, Incarnation by, int most) {
        return locked(() -> move(from, by, most, false));
    }

    void acknowledge(Incarnation owner, List<Receipt> acknowledged) {
        locked(() -> inFlight.computeIfPresent(owner, (who, held) -> {
            acknowledged.forEach(held::remove);
            return held.isEmpty() ? null : held;
        }));
    }

    QueueState state(NodeId node) {
        return locked(() -> {
            Deque<TaskMessage> queue = waiting.getOrDefault(node, new ArrayDeque<>());
            Optional<Instant> oldest =
                    Optional.ofNullable(queue.peekFirst()).map(m -> m.position().sentAt());
            return new QueueState(node, queue.size(), oldest);
        });
    }

    Set<String> inFlight(Incarnation owner) {
        return locked(() -> MemoryOrder.kept(inFlight.getOrDefault(owner, Map.of()).values().stream()
                .map(message -> message.task() + "#" + message.position().fence())));
    }

    Set<Incarnation> holders() {
        return locked(() -> MemoryOrder.kept(inFlight.keySet().stream()));
    }

    Set<NodeId> queues() {
        return locked(() -> MemoryOrder.kept(waiting.keySet().stream()));
    }

    int salvageInFlight(Incarnation dead, NodeId to) {
        return locked(() -> {
            Map<Receipt, TaskMessage> held = inFlight.remove(dead);
            return held == null ? 0 : append(to, held.values());
        });
    }

    int salvageQueue(NodeId dead, NodeId to) {
        return locked(() -> {
            if (dead.equals(to)) {
                return 0;
            }
            Deque<TaskMessage> left = waiting.remove(dead);
            return left == null ? 0 : append(to, left);
        });
    }

    private int append(NodeId to, Collection<TaskMessage> messages) {
        queue(to).addAll(messages);
        arrived.signalAll();
        return messages.size();
    }

    private void await(NodeId node, long nanos) {
        long left = nanos;
        try {
            while (!waiting.containsKey(node) && left > 0) {
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Taken> move(NodeId from, Incarnation to, int most, boolean staying) {
        Deque<TaskMessage> queue = waiting.get(from);
        if (queue == null) {
            return List.of();
        }
        List<Taken> moved = new ArrayList<>();
        Iterator<TaskMessage> oldestFirst = queue.iterator();
        while (oldestFirst.hasNext() && moved.size() < most) {
            TaskMessage message = oldestFirst.next();
            if (staying || !message.stay()) {
                oldestFirst.remove();
                moved.add(fly(message, to));
            }
        }
        if (queue.isEmpty()) {
            waiting.remove(from);
        }
        return List.copyOf(moved);
    }

    private Taken fly(TaskMessage message, Incarnation to) {
        Receipt receipt = new Receipt("m" + ++receipts);
        inFlight.computeIfAbsent(to, who -> new LinkedHashMap<>()).put(receipt, message);
        return new Taken.Dispatched(receipt, message, MemoryMessage.text(message));
    }

    private Deque<TaskMessage> queue(NodeId node) {
        return waiting.computeIfAbsent(node, id -> new ArrayDeque<>());
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
