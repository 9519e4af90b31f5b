package io.baton.memory;

/** The connection of one client to a store: presence stands while it is up. */
public final class MemoryLink {
    private State state = State.UP;

    private enum State {
        UP,
        /** Down until the client speaks again. */
        DROPPED,
        /** Down until it is restored, whatever the client says. */
        CUT
    }

    /** Breaks the connection once; the client's next word brings it back. */
    public synchronized void drop() {
        state = State.DROPPED;
    }

    /** Keeps the connection down: its client has ended, or cannot get through. */
    public synchronized void cut() {
        state = State.CUT;
    }

    /** The connection is up again, and with it the client's presence. */
    public synchronized void restore() {
        state = State.UP;
    }

    /** The client speaks: it connects again if it can. */
    synchronized void speak() {
        if (state == State.DROPPED) {
            state = State.UP;
        }
    }

    synchronized boolean isUp() {
        return state == State.UP;
    }
}
