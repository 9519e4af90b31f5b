package io.baton.application.execute;

import io.baton.application.Backoff;
import io.baton.application.node.Slots;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskQueue;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;

/**
 * What becomes of a taken message, by kind: one that names a task is started, one of an older format becomes a request,
 * any other is set aside. Only the first needs a slot.
 */
public final class TakenMessages {
    private static final Logger LOG = System.getLogger(TakenMessages.class.getName());

    private final NodeId self;
    private final TaskQueue queue;
    private final Clock clock;
    private final Doors doors;
    private final Afterwards afterwards;

    /**
     * What is left to do with a message.
     *
     * @param backoff tries again what a store did not take
     * @param capacity how many messages may wait on one node's queue
     */
    public record Afterwards(Acknowledgements acks, Backoff backoff, int capacity) {}

    /**
     * Where messages go.
     *
     * @param misplaced sends on what this node cannot run
     * @param requested given a request of an older format; it holds no slot
     */
    public record Doors(StartTasks start, Slots slots, MisplacedDoor misplaced, RequestDoor requested) {}

    /** Looks at a message before it starts. */
    @FunctionalInterface
    public interface MisplacedDoor {
        /** @return whether the task cannot run here, and the message is dealt with */
        boolean placedAgain(Taken.Dispatched taken, TakenMessages messages);
    }

    /** Takes a request; the message is its own from then on. */
    @FunctionalInterface
    public interface RequestDoor {
        void accept(Taken.Requested request, Meant meant, TakenMessages messages);
    }

    /** Whom the sender of a message meant. */
    public enum Meant {
        /** This node: the message was pushed onto its queue. */
        THIS_NODE,
        /** Another, from whose queue or hands it came here. */
        ANOTHER
    }

    public TakenMessages(NodeId self, TaskQueue queue, Clock clock, Doors doors, Afterwards afterwards) {
        this.self = self;
        this.queue = queue;
        this.clock = clock;
        this.doors = doors;
        this.afterwards = afterwards;
    }

    /** Of this node's queue. A slot is reserved for it. */
    void handle(Taken taken) {
        handle(taken, Meant.THIS_NODE);
    }

    /** Of another node's queue. A slot is reserved for it. */
    void handleStolen(Taken taken) {
        handle(taken, Meant.ANOTHER);
    }

    private void handle(Taken taken, Meant meant) {
        taken.<Void>fold(
                dispatched -> {
                    start(dispatched);
                    return null;
                },
                other -> {
                    doors.slots().release();
                    handleWithoutSlot(other, meant);
                    return null;
                },
                other -> {
                    doors.slots().release();
                    handleWithoutSlot(other, meant);
                    return null;
                });
    }

    /** Of this node's queue. All slots are taken. */
    void handleWithoutSlot(Taken taken) {
        handleWithoutSlot(taken, Meant.THIS_NODE);
    }

    private void handleWithoutSlot(Taken taken, Meant meant) {
        taken.<Void>fold(
                dispatched -> {
                    if (!doors.misplaced().placedAgain(dispatched, this)) {
                        pushAgain(dispatched);
                    }
                    return null;
                },
                requested -> {
                    doors.requested().accept(requested, adopted(requested) ? Meant.ANOTHER : meant, this);
                    return null;
                },
                unreadable -> {
                    setAside(unreadable, unreadable.reason());
                    return null;
                });
    }

    /** Whether it was given its id by another step than the one that took it: then it has been in other hands. */
    private static boolean adopted(Taken.Requested request) {
        return !request.requestId().equals(request.receipt().text());
    }

    private void start(Taken.Dispatched taken) {
        if (doors.misplaced().placedAgain(taken, this)) {
            doors.slots().release();
            return;
        }
        doors.start().startTaken(taken);
    }

    /** A moment it is both there and in flight: a message that comes twice starts its task once. One that finds no room waits in the ledger. */
    private void pushAgain(Taken.Dispatched taken) {
        try {
            queue.push(List.of(taken.message()), afterwards.capacity());
            done(taken.receipt());
            afterwards.backoff().answered();
        } catch (StoreException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} waits for its queue: {1}",
                    taken.message().task(),
                    e.getMessage());
            afterwards.backoff().again(() -> pushAgain(taken));
        }
    }

    RequestDoor requests() {
        return doors.requested();
    }

    /** The message has done its work. */
    public void done(Receipt receipt) {
        afterwards.acks().acknowledge(receipt);
    }

    /** Keeps a message apart for people, as it came, and says so. */
    public void setAside(Taken taken, String reason) {
        Receipt receipt = taken.receipt();
        LOG.log(Level.WARNING, "message set aside: " + reason + " (dead letter " + receipt.text() + ")");
        try {
            queue.setAside(new DeadLetter(receipt.text(), taken.raw(), reason, self, clock.instant()));
            done(receipt);
            afterwards.backoff().answered();
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "it could not be set aside and stays in flight until it is: {0}", e.getMessage());
            afterwards.backoff().again(() -> setAside(taken, reason));
        }
    }
}
