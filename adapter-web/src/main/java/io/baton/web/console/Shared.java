package io.baton.web.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import java.time.Duration;
import java.util.function.Function;

/**
 * What is read from the stores once for all who may see the same, and given again while it is fresh: a crowd costs hardly more
 * than one. Others who ask while it is read wait for it; what cannot be read is tried again by the next. Safe for any thread.
 */
final class Shared<V> {
    /** 100 kinds of rights: more than there are scopes in use at once. */
    private static final int MOST = 100;

    private final Cache<Rights, V> kept;
    private final Function<Caller, V> source;

    /** @param fresh for how long it is given again; then it is let go of */
    Shared(Duration fresh, Function<Caller, V> source) {
        this(fresh, source, Ticker.systemTicker());
    }

    Shared(Duration fresh, Function<Caller, V> source, Ticker ticker) {
        this.source = source;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(fresh)
                .maximumSize(MOST)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    /** What those with the caller's rights see. */
    V of(Caller who) {
        return kept.get(who.rights(), rights -> source.apply(who));
    }
}
