package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.redis.RedisKeys.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The queues in Redis: a List a node, a hash of messages in flight an incarnation, and the dead letters. */
final class RedisTaskQueue implements TaskQueue {
    private static final int MOST = 1000;
    private static final int MOST_CAPACITY = 1_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /** 500 messages go to a queue in one script. */
    private static final int BATCH = 500;

    private final Calls calls;
    private final RedisKeys keys;
    private final MessageCodec codec;
    private final Handover handover;
    private final QueueWaits waits;
    private final RedisDeadLetters dead;
    private final EmptyQueues empty = new EmptyQueues();

    RedisTaskQueue(RedisLink link, RedisKeys keys, MessageCodec codec, Supplier<String> stems, QueueWaits waits) {
        this.calls = new Calls(link, "TaskQueue");
        this.keys = keys;
        this.codec = codec;
        this.handover = new Handover(calls, keys, stems);
        this.waits = waits;
        this.dead = new RedisDeadLetters(calls, keys);
    }

    @Override
    public List<TaskMessage> push(List<TaskMessage> messages, int capacity) {
        if (capacity < 1 || capacity > MOST_CAPACITY) {
            throw new IllegalArgumentException("capacity " + capacity + " is out of range: 1 to " + MOST_CAPACITY);
        }
        Map<NodeId, List<TaskMessage>> waiting = new LinkedHashMap<>();
        for (TaskMessage message : messages) {
            waiting.computeIfAbsent(message.target(), to -> new ArrayList<>()).add(message);
        }
        List<TaskMessage> refused = new ArrayList<>();
        while (!waiting.isEmpty()) {
            refused.addAll(pushRound(waiting, capacity));
        }
        return refused;
    }

    /**
     * One batch to each of the targets; the next only after all arrived, so that each queue keeps the order.
     *
     * @param waiting what is left to push; a queue without room is left out from then on
     * @return what found no room
     */
    private List<TaskMessage> pushRound(Map<NodeId, List<TaskMessage>> waiting, int capacity) {
        List<NodeId> targets = List.copyOf(waiting.keySet());
        List<Supplier<CompletableFuture<Long>>> commands = new ArrayList<>();
        waiting.forEach((to, all) -> {
            List<String> arguments = new ArrayList<>(List.of(to.text(), Integer.toString(capacity)));
            all.stream().limit(BATCH).map(codec::write).forEach(arguments::add);
            commands.add(() ->
                    calls.link().script(Script.PUSH, List.of(keys.queue(to), keys.the(Kind.QUEUES)), arguments));
        });
        List<Long> fitted = calls.all("push to " + targets, commands);
        List<TaskMessage> refused = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            NodeId to = targets.get(i);
            List<TaskMessage> all = Objects.requireNonNull(waiting.remove(to), "only targets of this round are asked");
            int sent = Math.min(BATCH, all.size());
            List<TaskMessage> left = all.subList(fitted.get(i).intValue(), all.size());
            if (fitted.get(i) < sent) {
                refused.addAll(left);
            } else if (!left.isEmpty()) {
                waiting.put(to, left);
            }
        }
        return refused;
    }

    @Override
    public List<Taken> take(Incarnation owner, int most, Duration wait) {
        checkMost(most);
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("wait " + wait + " is out of range: 0 to 5 s");
        }
        try {
            return takeOrWait(owner, most, wait);
        } catch (StoreException e) {
            empty.failed(owner);
            throw e;
        }
    }

    private List<Taken> takeOrWait(Incarnation owner, int most, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        if (wait.isZero() || !empty.foundLately(owner)) {
            List<Taken> taken = look(owner, most);
            if (!taken.isEmpty() || wait.isZero()) {
                return taken;
            }
        }
        return waitAndLook(owner, most, end);
    }

    private List<Taken> waitAndLook(Incarnation owner, int most, long end) {
        long looked = empty.forget(owner).orElseGet(System::nanoTime);
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                if (waits.await(owner, Duration.ofNanos(left), calls)) {
                    List<Taken> taken = look(owner, most);
                    if (!taken.isEmpty()) {
                        return taken;
                    }
                    looked = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return look(owner, most);
        }
        empty.found(owner, looked);
        return List.of();
    }

    private List<Taken> look(Incarnation owner, int most) {
        empty.forget(owner);
        return read(handover.take(owner, most), owner.node());
    }

    @Override
    public List<Taken> steal(NodeId from, Incarnation by, int most) {
        checkMost(most);
        try {
            return read(handover.steal(from, by, most), by.node());
        } catch (StoreException e) {
            empty.failed(by);
            throw e;
        }
    }

    private List<Taken> read(List<String> moved, NodeId here) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i + 1 < moved.size(); i += 2) {
            taken.add(codec.read(moved.get(i + 1), new Receipt(moved.get(i)), here));
        }
        return List.copyOf(taken);
    }

    @Override
    public void acknowledge(Incarnation owner, List<Receipt> receipts) {
        String key = keys.inFlight(owner);
        List<Supplier<CompletableFuture<Long>>> commands = new ArrayList<>();
        for (int from = 0; from < receipts.size(); from += MOST) {
            String[] fields = receipts.subList(from, Math.min(from + MOST, receipts.size())).stream()
                    .map(Receipt::text)
                    .toArray(String[]::new);
            commands.add(() -> calls.link().commands().hdel(key, fields).toCompletableFuture());
        }
        calls.all("acknowledgement of " + receipts.size() + " messages of " + owner, commands);
    }

    @Override
    public void setAside(DeadLetter letter) {
        dead.add(letter);
    }

    @Override
    public List<DeadLetter> deadLetters(int most) {
        checkMost(most);
        return dead.newest(most);
    }

    @Override
    public boolean removeDeadLetter(String id) {
        return dead.remove(id);
    }

    private static void checkMost(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most " + most + " is out of range: 1 to 1000");
        }
    }
}
