package io.baton.memory;

import io.baton.contracts.when.Passage;
import io.baton.domain.port.Triggers.FiringDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that jumps to what is due next while somebody waits, on the thread of whoever does. */
final class MovedTime implements Passage {
    private final List<ManualTriggers> moved = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2027-01-01T12:00:00Z");

    /** Triggers by this time. */
    ManualTriggers triggers(FiringDoor door) {
        ManualTriggers made = new ManualTriggers(door);
        moved.add(made);
        return made;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public <T> Optional<T> await(BlockingQueue<T> queue, Duration most) {
        Instant end = now.plus(most);
        while (true) {
            moved.forEach(this::fireAll);
            Optional<T> came = Optional.ofNullable(queue.poll());
            if (came.isPresent() || !now.isBefore(end)) {
                return came;
            }
            now = next(end);
        }
    }

    /** A door that throws ends its own firing only: who moves the time goes on. */
    private void fireAll(ManualTriggers triggers) {
        boolean all = false;
        while (!all) {
            try {
                triggers.advanceTo(now);
                all = true;
            } catch (IllegalStateException thrownByTheDoor) {
                all = false;
            }
        }
    }

    private Instant next(Instant end) {
        return moved.stream()
                .flatMap(triggers -> triggers.nextDue().stream())
                .filter(due -> due.isAfter(now) && due.isBefore(end))
                .min(Comparator.naturalOrder())
                .orElse(end);
    }
}
