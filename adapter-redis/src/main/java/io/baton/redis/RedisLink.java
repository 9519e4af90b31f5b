package io.baton.redis;

import io.baton.redis.Connector.Line;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is opened when it is needed. Lettuce reconnects it when it breaks; this class replaces it when it
 * looks whole and is not: nothing answers any more, or the server has become a read-only replica.
 */
final class RedisLink implements AutoCloseable {
    /** Two commands in a row without an answer: one may be a slow server, two are a dead connection. */
    private static final int UNANSWERED = 2;
    /** Half a second: callers that come while the server is away fail with the one that tried, instead of queueing. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Connector connector;
    private final Duration timeout;
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile @Nullable Line line; // written under `opening`
    private volatile boolean closed;
    private @Nullable Failure failure; // guarded by `opening`

    private record Failure(RuntimeException cause, long atNanos) {}

    RedisLink(Connector connector, Duration timeout) {
        this.connector = connector;
        this.timeout = timeout;
    }

    Duration timeout() {
        return timeout;
    }

    /** The open connection. @throws RuntimeException if none can be opened */
    Line line() {
        Line open = line;
        if (open != null) {
            return open;
        }
        opening.lock();
        try {
            Line opened = line;
            if (opened == null) {
                opened = open();
                line = opened;
            }
            return opened;
        } finally {
            opening.unlock();
        }
    }

    RedisClusterAsyncCommands<String, String> commands() {
        return line().commands();
    }

    /** Runs the script by its name, or by its text on a server that has not seen it. */
    <T> CompletableFuture<T> script(Script script, List<String> keys, List<String> arguments) {
        RedisClusterAsyncCommands<String, String> commands = commands();
        String[] k = keys.toArray(String[]::new);
        String[] a = arguments.toArray(String[]::new);
        CompletableFuture<T> first =
                commands.<T>evalsha(script.sha1(), script.reply(), k, a).toCompletableFuture();
        return first.exceptionallyCompose(e -> cause(e) instanceof RedisNoScriptException
                ? commands.<T>eval(script.text(), script.reply(), k, a)
                : CompletableFuture.failedFuture(cause(e)));
    }

    void answered() {
        unanswered.set(0);
    }

    /** Notes that a command had no answer in time. */
    void unanswered() {
        if (unanswered.incrementAndGet() >= UNANSWERED) {
            drop();
        }
    }

    /** Notes that a command failed. */
    void failed(Throwable why) {
        answered();
        if (why instanceof RedisReadOnlyException) {
            drop();
        }
    }

    /** Closes the connection; the next command opens another. */
    void drop() {
        opening.lock();
        try {
            Line old = line;
            line = null;
            unanswered.set(0);
            if (old != null) {
                CompletableFuture<Void> closing = old.connection().closeAsync();
                closing.exceptionally(failed -> null);
            }
        } finally {
            opening.unlock();
        }
    }

    /** Opens no connection any more. The open one ends with the client. */
    @Override
    public void close() {
        closed = true;
    }

    static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    }

    private Line open() {
        if (closed) {
            throw new RedisException("the connection to Redis was closed by this node");
        }
        Failure last = failure;
        if (last != null && System.nanoTime() - last.atNanos() < PAUSE.toNanos()) {
            throw last.cause();
        }
        boolean interrupted = Thread.interrupted(); // Lettuce would give up; the caller sees the flag again behind this
        try {
            Line opened = connector.connect();
            failure = null;
            return opened;
        } catch (RuntimeException e) {
            failure = new Failure(e, System.nanoTime());
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
