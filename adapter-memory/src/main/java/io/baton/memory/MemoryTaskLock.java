package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.TaskLock;
import io.baton.domain.task.FiringId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The claim filter of a {@link MemoryCluster}; one object for all of its clients, guarded by itself.
 *
 * <p>Each call first removes the claims that have ended, so that the map holds live ones only.
 */
final class MemoryTaskLock implements TaskLock {
    private final Clock clock;
    private final Map<FiringId, Held> claims = new HashMap<>();
    private final PriorityQueue<Held> endings = new PriorityQueue<>(Comparator.comparing(Held::until));

    private record Held(FiringId firing, Incarnation by, Instant until) {}

    MemoryTaskLock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Reply> claim(List<FiringId> firings, Incarnation by, Duration lasting) {
        Duration checked = Limits.lasting(lasting);
        Instant now = clock.instant();
        removeEnded(now);
        List<Reply> replies = new ArrayList<>(firings.size());
        for (FiringId firing : firings) {
            replies.add(claim(new Held(firing, by, now.plus(checked))));
        }
        return List.copyOf(replies);
    }

    /** How many claims are remembered. */
    synchronized int size() {
        return claims.size();
    }

    private Reply claim(Held wanted) {
        Held current = claims.get(wanted.firing());
        if (current != null) {
            return current.by().equals(wanted.by()) ? Reply.GRANTED : Reply.HELD_BY_ANOTHER;
        }
        claims.put(wanted.firing(), wanted);
        endings.add(wanted);
        return Reply.GRANTED;
    }

    private void removeEnded(Instant now) {
        for (Held first = endings.peek(); first != null && !first.until().isAfter(now); first = endings.peek()) {
            endings.remove();
            claims.remove(first.firing(), first);
        }
    }
}
