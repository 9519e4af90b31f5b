package io.baton.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The open event streams, fed by one thread twice a second. Without a stream nothing is asked of any store.
 *
 * <p>Each stream begins again every few minutes: the browser comes back by itself, and the doorkeeper looks at it anew.
 */
final class Streams implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Streams.class.getName());
    /** 500 streams: what 200 people with a page or two open need. */
    private static final int MOST = 500;
    /** 240 rounds of 0.5 s: two minutes. */
    private static final int ROUNDS = 240;

    private final ScheduledExecutorService driver;
    private final Future<?> rounds;
    private final Queue<Runnable> beside = new ConcurrentLinkedQueue<>();
    private final Queue<Stream> streams = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Something that a stream does each half second. @return whether it goes on */
    interface Feed extends BooleanSupplier {}

    private record Stream(SseClient client, Feed feed, AtomicInteger rounds) {}

    Streams() {
        driver = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "baton-streams");
            thread.setDaemon(true);
            return thread;
        });
        rounds = driver.scheduleWithFixedDelay(this::round, 500, 500, TimeUnit.MILLISECONDS);
    }

    /** Makes what a client is fed with. */
    interface Feeding {
        Feed of(SseClient client);
    }

    static boolean wanted(Context http) {
        return "text/event-stream".equals(http.header("Accept"));
    }

    /** How many are open. */
    int open() {
        return count.get();
    }

    void open(Context http, Feeding feeding) {
        if (count.get() >= MOST) {
            throw Problem.of(503, "too many event streams are open: ask again later");
        }
        count.incrementAndGet();
        http.header("X-Accel-Buffering", "no");
        new SseHandler(client -> {
                    client.keepAlive();
                    client.onClose(count::decrementAndGet);
                    client.sendComment("open");
                    streams.add(new Stream(client, feeding.of(client), new AtomicInteger()));
                })
                .handle(http);
    }

    /** Has something done with every round, streams or no streams: it must be short, and ask no store. */
    void beside(Runnable step) {
        beside.add(step);
    }

    private void round() {
        beside.forEach(Runnable::run);
        streams.removeIf(stream -> !step(stream));
    }

    private static boolean step(Stream stream) {
        try {
            int rounds = stream.rounds().incrementAndGet();
            boolean on = !stream.client().terminated() && stream.feed().getAsBoolean() && rounds < ROUNDS;
            if (on && rounds % 30 == 0) {
                stream.client().sendComment("here");
            }
            if (!on) {
                stream.client().close();
            }
            return on;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "an event stream was given up: {0}", e.getMessage());
            stream.client().close();
            return false;
        }
    }

    @Override
    public void close() {
        rounds.cancel(true);
        driver.shutdownNow();
        streams.forEach(stream -> stream.client().close());
        streams.clear();
    }
}
