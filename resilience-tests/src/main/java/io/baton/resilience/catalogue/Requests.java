package io.baton.resilience.catalogue;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody who asks for runs by the API all the time; what is refused or not answered is not asked for again. */
final class Requests {
    private static final Logger LOG = System.getLogger(Requests.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** 1 min: a node that stands still keeps its asker waiting for half of that. */
    private static final Duration LAST = Duration.ofMinutes(1);

    private final Stage stage;
    private final ScheduledExecutorService asker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "requests");
        thread.setDaemon(true);
        return thread;
    });
    private Future<?> asking = CompletableFuture.completedFuture(null);
    private int asked;

    Requests(Stage stage) {
        this.stage = stage;
    }

    void begin(Instant from) {
        asking = asker.scheduleWithFixedDelay(
                this::ask, Duration.between(Instant.now(), from).toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks no more, and returns when nothing is asked. */
    void end() {
        asking.cancel(false);
        asker.shutdown();
        try {
            if (!asker.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a request for a run is not answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void ask() {
        String job = TrafficKind.MANUAL
                .names()
                .get(asked % TrafficKind.MANUAL.names().size());
        try {
            stage.request(job, "n" + asked++);
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "{0} was not granted: {1}", job, e.getMessage());
        }
    }
}
