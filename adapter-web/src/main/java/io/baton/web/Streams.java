package io.baton.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
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
    private static final String TYPE = "text/event-stream";
    /** 500 streams: what 200 people with a page or two open need. */
    private static final int MOST = 500;
    /** 0.5 s: what people take for live. */
    private static final long ROUND_MILLIS = 500;
    /**
     * 0.3 s after whole and half seconds. Most jobs are due on a whole second: what people look at is read and written when
     * those have started, and does not hold them up.
     */
    private static final long AFTER_FIRINGS_MILLIS = 300;
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
        rounds = driver.scheduleAtFixedRate(
                this::round, untilRound(System.currentTimeMillis()), ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many milliseconds are left until the next round; it is not this instant. */
    static long untilRound(long epochMillis) {
        return ROUND_MILLIS - Math.floorMod(epochMillis - AFTER_FIRINGS_MILLIS, ROUND_MILLIS);
    }

    /** Makes what a client is fed with. */
    interface Feeding {
        Feed of(SseClient client);
    }

    /** Whether the caller asks for an event stream by name. */
    static boolean wanted(Context http) {
        return accepted(http).anyMatch(TYPE::equals);
    }

    /** Whether the caller takes an event stream, if there is nothing else: who does not say what, takes all. */
    static boolean taken(Context http) {
        return accepted(http).anyMatch(Set.of(TYPE, "text/*", "*/*")::contains);
    }

    /** The media ranges of Accept, without their parameters. */
    private static java.util.stream.Stream<String> accepted(Context http) {
        String header = Optional.ofNullable(http.header("Accept")).orElse("*/*");
        return Arrays.stream(header.split(","))
                .map(range -> range.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
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
        http.status(200).contentType(TYPE);
        // It stays no-store, as all answers are: a browser keeps pages that it may store, and their streams'
        // connections.
        http.header("X-Accel-Buffering", "no");
        // Not by Javalin's own handler: it wants Accept to name the type.
        http.async(config -> config.timeout = 0, () -> begin(new SseClient(http), feeding));
    }

    /** What happens once the client has heard "open" is told to it. */
    private void begin(SseClient client, Feeding feeding) {
        client.keepAlive();
        client.onClose(count::decrementAndGet);
        Stream stream = new Stream(client, feeding.of(client), new AtomicInteger());
        client.sendComment("open");
        streams.add(stream);
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
