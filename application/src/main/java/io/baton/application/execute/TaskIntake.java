package io.baton.application.execute;

import io.baton.application.node.ClusterWatch;
import io.baton.application.node.Slots;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.Taken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Takes messages off this node's queue, never more than it has free slots, and hands them on by kind. */
public final class TaskIntake {
    private static final Logger LOG = System.getLogger(TaskIntake.class.getName());
    /** 2 s: how long one take waits; short enough to see a stop, long enough to cost an idle node half a command a second. */
    private static final Duration WAIT = Duration.ofSeconds(2);
    /** 200 messages a take: one script's work stays bounded. */
    private static final int BATCH = 200;

    private final TaskQueue queue;
    private final ClusterWatch watch;
    private final Slots slots;
    private final TakenMessages messages;
    /** Whether the last step waited and nothing came; then a wait alone tells of what comes. Touched by the one thread that steps. */
    private boolean nothingCame;

    public TaskIntake(TaskQueue queue, ClusterWatch watch, Slots slots, TakenMessages messages) {
        this.queue = queue;
        this.watch = watch;
        this.slots = slots;
        this.messages = messages;
    }

    /**
     * One step: takes what waits, or waits for a message or a slot.
     *
     * @return whether it took anything; {@code false} at once if this node may take nothing now
     */
    public boolean step() throws InterruptedException {
        if (!watch.open()) {
            return false;
        }
        try {
            if (nothingCame && slots.free() > 0) {
                return waitForMessage();
            }
            int reserved = slots.reserveUpTo(BATCH);
            if (reserved == 0) {
                return waitForSlot();
            }
            return takeWaiting(reserved) || waitForMessage();
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "nothing taken: {0}", e.getMessage());
            return false;
        }
    }

    /** Takes from another node's queue for the slots that are free here. @return how many */
    public int stealFrom(io.baton.domain.node.NodeId busy, int most) {
        int reserved = slots.reserveUpTo(Math.min(most, BATCH));
        List<Taken> taken = List.of();
        try {
            taken = reserved == 0 ? List.of() : queue.steal(busy, watch.self(), reserved);
        } finally {
            releaseUnused(reserved, taken.size());
        }
        taken.forEach(messages::handleStolen);
        return taken.size();
    }

    private boolean takeWaiting(int reserved) {
        List<Taken> taken = List.of();
        try {
            taken = queue.take(watch.self(), reserved, Duration.ZERO);
        } finally {
            releaseUnused(reserved, taken.size());
        }
        taken.forEach(messages::handle);
        return !taken.isEmpty();
    }

    /**
     * Waits without holding a slot, so that this node's own firings may have it; a message that comes when these have taken the
     * last one goes back to the queue, where others can take it.
     */
    private boolean waitForMessage() throws InterruptedException {
        nothingCame = false; // unless this wait ends well
        List<Taken> taken = queue.take(watch.self(), 1, WAIT);
        nothingCame = taken.isEmpty();
        for (Taken message : taken) {
            if (slots.tryReserve()) {
                messages.handle(message);
            } else {
                messages.handleWithoutSlot(message);
            }
        }
        return !taken.isEmpty();
    }

    private boolean waitForSlot() throws InterruptedException {
        if (slots.reserve(WAIT)) {
            slots.release();
            return true;
        }
        return false;
    }

    private void releaseUnused(int reserved, int used) {
        for (int i = used; i < reserved; i++) {
            slots.release();
        }
    }
}
