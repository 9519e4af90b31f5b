package io.baton.application.core;

import io.baton.application.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** What was handed on and has not been done: an executor and a timer whose work is done when the test says so. */
final class Pile implements Executor, Timer {
    private final Clock clock;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Later> later = new ArrayList<>();

    private record Later(Instant at, Runnable task) {}

    Pile(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(Runnable task) {
        work.addLast(task);
    }

    @Override
    public Pending after(Duration delay, Runnable task) {
        Later entry = new Later(clock.instant().plus(delay), task);
        later.add(entry);
        return () -> later.remove(entry);
    }

    int size() {
        return work.size();
    }

    /** Does everything that waits, and what comes of it. @return how many pieces of work were done */
    int doAll() {
        int done = 0;
        later.stream().filter(l -> !l.at().isAfter(clock.instant())).toList().forEach(l -> {
            later.remove(l);
            work.addLast(l.task());
        });
        while (!work.isEmpty()) {
            work.removeFirst().run();
            done++;
        }
        return done;
    }

    /** Does the oldest piece of work. */
    void doOne() {
        work.removeFirst().run();
    }
}
