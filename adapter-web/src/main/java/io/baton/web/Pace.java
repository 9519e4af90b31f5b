package io.baton.web;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When each of a crowd is told that something changed: nobody oftener than every two seconds, and all together ten times a
 * second, in turn. So a crowd that asks for its page anew when it is told asks no oftener than a few do, and never all at once.
 */
final class Pace {
    /** 2 s: what people take for live. */
    private static final long LEAST_MILLIS = 2_000;
    /** 100 ms a listener. */
    private static final long SHARE_MILLIS = 100;
    /** 0.5 s: how often streams are looked at. All turns of one round come at its beginning. */
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(500);
    /** Half a round less than the least, for rounds are not exact. */
    private static final long HOLD = TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS) - ROUND / 2;

    private static final long SHARE = TimeUnit.MILLISECONDS.toNanos(SHARE_MILLIS);

    private final LongSupplier nanos;
    // guarded by this
    private long free;

    /** @param nanos a clock as {@link System#nanoTime} is one */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.free = nanos.getAsLong();
    }

    /** About how many milliseconds lie between two turns of one of so many. */
    static long millis(int listeners) {
        return Math.max(LEAST_MILLIS, listeners * SHARE_MILLIS);
    }

    /** One more of the crowd. */
    Listener listener() {
        return new Listener();
    }

    private synchronized long place(long now) {
        long at = now - free > 0 ? now : free;
        free = at + SHARE;
        return at;
    }

    /** One of the crowd; used by one thread. */
    final class Listener {
        private long told = nanos.getAsLong() - HOLD;
        private boolean waits;
        private long turn;

        /** Whether its turn is now. Asked for the first time since the last turn, it takes its place in the row. */
        boolean comes() {
            long now = nanos.getAsLong();
            if (!waits) {
                if (now - told < HOLD) {
                    return false;
                }
                turn = place(now);
                waits = true;
            }
            if (turn - now >= ROUND) {
                return false;
            }
            waits = false;
            told = now;
            return true;
        }
    }
}
