package io.baton.redis;

import io.baton.domain.port.StoreException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The edge between a port and Redis: sends a command, waits for its reply no longer than the timeout, and turns every
 * failure of the driver into a {@link StoreException} of that port. An interrupt does not cut a reply off; it is kept.
 */
record Calls(RedisLink link, String port) {

    <T> T call(String operation, Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command) {
        return await(
                operation, start(operation, () -> command.apply(link.commands()).toCompletableFuture()));
    }

    /** Runs a script that replies with a number. */
    long count(String operation, Script script, List<String> keys, List<String> arguments) {
        return await(operation, this.<Long>script(operation, script, keys, arguments));
    }

    /** Runs a script that replies with a text. */
    String text(String operation, Script script, List<String> keys, List<String> arguments) {
        return await(operation, this.<String>script(operation, script, keys, arguments));
    }

    /** Runs a script that replies with a list; the caller knows of what. */
    <E> List<E> list(String operation, Script script, List<String> keys, List<String> arguments) {
        return await(operation, this.<List<E>>script(operation, script, keys, arguments));
    }

    private <T> CompletableFuture<T> script(
            String operation, Script script, List<String> keys, List<String> arguments) {
        return start(operation, () -> link.script(script, keys, arguments));
    }

    /** Sends all, then waits for all. */
    <T> List<T> all(String operation, List<Supplier<CompletableFuture<T>>> commands) {
        List<CompletableFuture<T>> sent = new ArrayList<>();
        for (Supplier<CompletableFuture<T>> command : commands) {
            sent.add(start(operation, command));
        }
        List<T> replies = new ArrayList<>();
        for (CompletableFuture<T> one : sent) {
            replies.add(await(operation, one));
        }
        return replies;
    }

    StoreException failed(String operation, Throwable cause) {
        link.failed(cause);
        return new StoreException(port, operation, cause);
    }

    private <T> CompletableFuture<T> start(String operation, Supplier<CompletableFuture<T>> command) {
        try {
            return command.get();
        } catch (RuntimeException e) {
            throw failed(operation, e);
        }
    }

    private <T> T await(String operation, CompletableFuture<T> reply) {
        try {
            T value = uninterrupted(reply);
            link.answered();
            return value;
        } catch (ExecutionException e) {
            throw failed(operation, e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            throw failed(operation, e);
        } catch (TimeoutException e) {
            reply.cancel(false);
            link.unanswered();
            throw new StoreException(
                    port,
                    operation,
                    "Redis did not answer within " + link.timeout().toMillis() + " ms");
        }
    }

    private <T> T uninterrupted(CompletableFuture<T> reply) throws ExecutionException, TimeoutException {
        long end = System.nanoTime() + link.timeout().toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return reply.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
