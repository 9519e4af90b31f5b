package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.StoreException;
import io.baton.redis.RedisKeys.Kind;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Moves messages from queues into in-flight sets, and gives each a receipt: the stem of the move and a number.
 *
 * <p>The reply to a move may be lost while the move was done. Then messages lie in flight under receipts that nobody knows.
 * So a stem whose reply did not come is <i>doubtful</i>: before the owner's next move, and for a minute after, whatever
 * stands under it goes back to the staging list, to be taken again. Nobody was given those receipts, so nobody misses them.
 */
final class Handover {
    /** 1 minute: longer than a command can lie in the buffers of a connection that was replaced. */
    private static final long DOUBT = Duration.ofMinutes(1).toNanos();

    private static final String LONGEST = Integer.toString(MessageCodec.LONGEST + MessageCodec.GROWTH);

    private final Calls calls;
    private final RedisKeys keys;
    private final Supplier<String> stems;
    private final ConcurrentHashMap<Incarnation, Queue<Doubtful>> doubtful = new ConcurrentHashMap<>();

    private record Doubtful(String stem, int most, long sinceNanos) {}

    Handover(Calls calls, RedisKeys keys, Supplier<String> stems) {
        this.calls = calls;
        this.keys = keys;
        this.stems = stems;
    }

    /** Moves from the owner's staging list and queue. @return receipt, message, receipt, message, … */
    List<String> take(Incarnation owner, int most) {
        handBack(owner);
        String stem = stems.get();
        return move(
                "take by " + owner,
                owner,
                new Doubtful(stem, most, System.nanoTime()),
                Script.TAKE,
                List.of(
                        keys.queue(owner.node()),
                        keys.inFlight(owner),
                        keys.staging(owner),
                        keys.the(Kind.HOLDERS),
                        keys.the(Kind.QUEUES)),
                List.of(owner.toString(), owner.node().text(), stem, Integer.toString(most), LONGEST));
    }

    /** Moves from another node's queue. @return receipt, message, receipt, message, … */
    List<String> steal(NodeId from, Incarnation by, int most) {
        handBack(by);
        String stem = stems.get();
        return move(
                "steal from " + from + " by " + by,
                by,
                new Doubtful(stem, most, System.nanoTime()),
                Script.STEAL,
                List.of(keys.queue(from), keys.inFlight(by), keys.the(Kind.HOLDERS)),
                List.of(by.toString(), stem, Integer.toString(most), LONGEST, MessageCodec.STAYS));
    }

    private List<String> move(
            String operation, Incarnation by, Doubtful move, Script script, List<String> keys, List<String> arguments) {
        try {
            return calls.list(operation, script, keys, arguments);
        } catch (StoreException e) {
            doubtful.computeIfAbsent(by, who -> new ConcurrentLinkedQueue<>()).add(move);
            throw e;
        }
    }

    /** Fails while the store does, so that doubtful moves do not pile up during an outage. */
    private void handBack(Incarnation owner) {
        Queue<Doubtful> moves = doubtful.get(owner);
        if (moves == null) {
            return;
        }
        for (Iterator<Doubtful> left = moves.iterator(); left.hasNext(); ) {
            Doubtful move = left.next();
            calls.count(
                    "look for what a lost reply gave to " + owner,
                    Script.HAND_BACK,
                    List.of(keys.inFlight(owner), keys.staging(owner)),
                    List.of(move.stem(), Integer.toString(move.most())));
            if (System.nanoTime() - move.sinceNanos() > DOUBT) {
                left.remove();
            }
        }
    }
}
