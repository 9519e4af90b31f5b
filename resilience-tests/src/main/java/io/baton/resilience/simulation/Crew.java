package io.baton.resilience.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** The hands of one runner of seeds, used again from seed to seed. Touched by the one thread that has the turn. */
final class Crew implements AutoCloseable {
    private final Deque<Hand> idle = new ArrayDeque<>();
    private int hired;
    private volatile boolean retired;

    Hand hire(Turns turns) {
        Hand hand = idle.pollLast();
        if (hand == null) {
            hand = new Hand(this, Thread.currentThread().getName() + "-hand-" + ++hired);
            hand.start();
        }
        hand.turns = turns;
        return hand;
    }

    void rest(Hand hand) {
        idle.addLast(hand);
    }

    boolean retired() {
        return retired;
    }

    @Override
    public void close() {
        retired = true;
        idle.forEach(Hand::grant);
        idle.clear();
    }
}
