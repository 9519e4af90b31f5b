package io.baton.application.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often somebody may ask: so many times at once, and so many times a second after that (a token bucket). E.g. of 2,000 and
 * 1,000 a second: who has asked 2,000 times in one moment may ask once more a millisecond later, and 2,000 times again after two
 * seconds of silence.
 */
final class Allowance {
    /** 10,000 callers are remembered. One who is pushed out by more begins anew. */
    private static final int MOST_CALLERS = 10_000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long fullNanos;
    private final long eachNanos;
    private final LongSupplier nanos;
    private final Map<String, Long> spent = new LinkedHashMap<>(); // until when, in nanoseconds; guarded by this

    /**
     * @param atOnce from 1
     * @param aSecond from 1 to 1,000,000,000
     */
    Allowance(int atOnce, int aSecond, LongSupplier nanos) {
        this.eachNanos = SECOND / aSecond;
        this.fullNanos = eachNanos * atOnce;
        this.nanos = nanos;
    }

    /** How long until there is one; zero = there is one now. */
    synchronized Duration pause(String who) {
        Long known = spent.get(who);
        long now = nanos.getAsLong();
        long over = known == null ? 0 : known + eachNanos - now - fullNanos;
        return over > 0 ? Duration.ofNanos(over) : Duration.ZERO;
    }

    /** Takes one from the caller's allowance. @return how long until there is one again; zero = there was one, and it is taken */
    synchronized Duration take(String who) {
        long now = nanos.getAsLong();
        Long known = spent.remove(who);
        long from = known == null || known - now < 0 ? now : known;
        long over = from + eachNanos - now - fullNanos;
        spent.put(who, over > 0 ? from : from + eachNanos);
        if (spent.size() > MOST_CALLERS) {
            spent.remove(spent.keySet().iterator().next());
        }
        return over > 0 ? Duration.ofNanos(over) : Duration.ZERO;
    }
}
