package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.QueueRecovery;
import io.baton.domain.queue.QueueState;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.redis.RedisKeys.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a sweep does about queues in Redis. */
final class RedisQueueRecovery implements QueueRecovery {
    private static final int BATCH = 500;
    private static final Receipt NONE = new Receipt("none");
    private static final String NO_CHANGE = "";

    private final Calls calls;
    private final RedisKeys keys;
    private final KnownNames known;
    private final InFlightReader inFlight;
    /** Older formats are adopted whether they are taken or not. */
    private final MessageCodec codec = new MessageCodec(true);

    RedisQueueRecovery(RedisLink link, RedisKeys keys) {
        this.calls = new Calls(link, "QueueRecovery");
        this.keys = keys;
        this.known = new KnownNames(calls, keys);
        this.inFlight = new InFlightReader(calls, keys);
    }

    @Override
    public List<QueueState> states(List<NodeId> nodes) {
        List<QueueState> states = new ArrayList<>();
        for (int from = 0; from < nodes.size(); from += BATCH) {
            List<NodeId> batch = nodes.subList(from, Math.min(from + BATCH, nodes.size()));
            List<Object> reply = calls.list(
                    "states of queues",
                    Script.STATES,
                    batch.stream().map(keys::queue).toList(),
                    List.of(Integer.toString(MessageCodec.LONGEST)));
            for (int i = 0; i < batch.size(); i++) {
                Optional<Instant> oldest =
                        MessageCodec.sentAt(reply.get(2 * i + 1).toString());
                states.add(new QueueState(batch.get(i), (Long) reply.get(2 * i), oldest));
            }
        }
        return List.copyOf(states);
    }

    @Override
    public Set<String> inFlight(Incarnation owner) {
        Set<String> names = new HashSet<>();
        inFlight.staged(owner).forEach(raw -> name(raw, owner).ifPresent(names::add));
        inFlight.forEach(owner, (receipt, raw) -> name(raw, owner).ifPresent(names::add));
        return Set.copyOf(names);
    }

    private Optional<String> name(String raw, Incarnation owner) {
        return codec.read(raw, NONE, owner.node())
                .fold(
                        dispatched -> Optional.of(name(dispatched.message())),
                        requested -> Optional.empty(),
                        unreadable -> Optional.empty());
    }

    private static String name(TaskMessage message) {
        return message.task() + "#" + message.position().fence();
    }

    @Override
    public Set<Incarnation> holders() {
        return known.holders();
    }

    @Override
    public Set<NodeId> queues() {
        return known.queues();
    }

    @Override
    public int salvageInFlight(Incarnation dead, NodeId to) {
        String operation = "salvage of what " + dead + " had in flight";
        List<String> arguments = new ArrayList<>(List.of(dead.toString(), to.text()));
        inFlight.some(dead, BATCH).entrySet().stream().sorted(newestFirst()).forEach(entry -> {
            arguments.add(entry.getKey());
            arguments.add(kept(entry.getKey(), entry.getValue(), dead));
        });
        long moved = calls.count(
                operation,
                Script.SALVAGE_IN_FLIGHT,
                List.of(
                        keys.inFlight(dead),
                        keys.staging(dead),
                        keys.queue(to),
                        keys.the(Kind.HOLDERS),
                        keys.the(Kind.QUEUES)),
                arguments);
        return Math.toIntExact(moved);
    }

    private static Comparator<Map.Entry<String, String>> newestFirst() {
        Function<Map.Entry<String, String>, Instant> sentAt =
                entry -> MessageCodec.sentAt(entry.getValue()).orElse(Instant.EPOCH);
        return Comparator.comparing(sentAt).reversed();
    }

    /** A request keeps the id that it was given when it was taken; every other message stays what it is. */
    private String kept(String receipt, String raw, Incarnation dead) {
        Taken taken = codec.read(raw, new Receipt(receipt), dead.node());
        return taken.fold(dispatched -> NO_CHANGE, codec::adopted, unreadable -> NO_CHANGE);
    }

    @Override
    public int salvageQueue(NodeId dead, NodeId to) {
        if (dead.equals(to)) {
            throw new IllegalArgumentException("the queue of " + dead + " cannot be moved to itself");
        }
        long moved = calls.count(
                "salvage of " + keys.queue(dead),
                Script.SALVAGE_QUEUE,
                List.of(keys.queue(dead), keys.queue(to), keys.the(Kind.QUEUES)),
                List.of(to.text(), Integer.toString(BATCH)));
        return Math.toIntExact(moved);
    }
}
