package io.baton.resilience.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that lends its stack to one activity of the simulation at a time. Of all hands of a {@link Turns} only the one
 * that has the turn runs; whoever gives the turn away sees everything that was done before it comes back.
 */
final class Hand extends Thread {
    private final Crew crew;
    private volatile boolean turn;

    @Nullable
    Runnable work;

    @Nullable
    Turns turns;

    Turns.@Nullable Event wake;
    boolean signalled;

    /** Of the activity that it carries out: what it is, and what its calls were answered. Kept if somebody chooses. */
    long story;

    Hand(Crew crew, String name) {
        super(name);
        this.crew = crew;
        setDaemon(true);
    }

    /** The activity that runs now learned this, or is about to say it. */
    static void tell(Choices choices, @Nullable Object... words) {
        if (choices.asked() && Thread.currentThread() instanceof Hand me) {
            for (@Nullable Object word : words) {
                me.story = me.story * 0x9E3779B97F4A7C15L + choices.name(word);
            }
        }
    }

    /** Of the activity that runs now. */
    static long story() {
        return Thread.currentThread() instanceof Hand me ? me.story : 0;
    }

    /** The activity that runs now goes round in a circle, and knows no more than when it began. */
    static void beginAnew() {
        if (Thread.currentThread() instanceof Hand me) {
            me.story = 0;
        }
    }

    /** Lets this hand run; the caller must not go on. */
    void grant() {
        turn = true;
        LockSupport.unpark(this);
    }

    /** Stands still until the turn comes. An interrupt that comes meanwhile is kept for when it runs again. */
    void awaitTurn() {
        boolean interrupted = false;
        while (!turn) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        turn = false;
        if (interrupted) {
            interrupt();
        }
    }

    @Override
    public void run() {
        awaitTurn();
        while (!crew.retired()) {
            Turns mine = turns;
            Runnable given = work;
            work = null;
            if (mine != null) {
                mine.begin(this, given);
            }
            awaitTurn();
        }
    }
}
