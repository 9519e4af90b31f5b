package io.baton.benchmarks.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Open consoles as their script is: each listens to brief events and asks for its page anew, as often as those allow. */
final class Consoles implements AutoCloseable {
    private static final Pattern PACE = Pattern.compile("\"pace\":([0-9]+)");

    private final PlainNode node;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(16);
    private final List<CompletableFuture<?>> streams = new ArrayList<>();
    private final Queue<Future<?>> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pages = new AtomicInteger();
    private volatile boolean closed;

    private Consoles(PlainNode node) {
        this.node = node;
    }

    /** Opens so many, all on the overview. */
    static Consoles open(PlainNode node, int count) {
        Consoles consoles = new Consoles(node);
        for (int n = 0; n < count; n++) {
            consoles.streams.add(consoles.listen(new One()));
        }
        return consoles;
    }

    /** One console: whether it is about to ask, and when it last did. */
    private record One(AtomicBoolean waiting, AtomicLong lastNanos) {
        One() {
            this(new AtomicBoolean(), new AtomicLong(System.nanoTime()));
        }
    }

    /** A stream that ends is opened again, as a browser does. */
    private CompletableFuture<?> listen(One one) {
        return client.sendAsync(request("/api/v1/events?brief=true", "text/event-stream"), BodyHandlers.ofLines())
                .thenAcceptAsync(
                        answer -> follow(answer.body(), one),
                        runnable -> daemon(runnable).start())
                .handle((done, wrong) -> closed ? List.of() : List.of(listen(one)));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "console");
        thread.setDaemon(true);
        return thread;
    }

    private void follow(Stream<String> lines, One one) {
        lines.forEach(line -> {
            Matcher pace = PACE.matcher(line);
            if (pace.find() && one.waiting().compareAndSet(false, true)) {
                long since = TimeUnit.NANOSECONDS.toMillis(
                        System.nanoTime() - one.lastNanos().get());
                long wait = Math.max(300, Long.parseLong(pace.group(1)) * 8 / 10 - since);
                asked.add(timer.schedule(() -> renew(one), wait, TimeUnit.MILLISECONDS));
            }
        });
    }

    private void renew(One one) {
        try {
            if (client.send(request("/", "text/html"), BodyHandlers.ofString()).statusCode() == 200) {
                pages.incrementAndGet();
            }
        } catch (IOException e) {
            // Not shown; the next event asks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        one.lastNanos().set(System.nanoTime());
        one.waiting().set(false);
    }

    private HttpRequest request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create(node.address() + path))
                .timeout(Duration.ofSeconds(150))
                .header("Authorization", "Bearer " + PlainNode.TOKEN)
                .header("Accept", accept)
                .build();
    }

    /** How many pages came so far. */
    int pages() {
        return pages.get();
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        streams.forEach(stream -> stream.cancel(true));
    }
}
