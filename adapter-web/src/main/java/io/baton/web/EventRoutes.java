package io.baton.web;

import io.baton.application.access.Caller;
import io.baton.application.view.Readings;
import io.baton.web.Changes.Change;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What changes in the cluster, as it changes: one look a second for all who listen. */
final class EventRoutes {
    /** 60 looks: a client that is slower than a minute misses what is older. */
    private static final int REMEMBERED = 60;

    private static final long BETWEEN_LOOKS_NANOS = 900_000_000L;

    private final Readings readings;
    private final Streams streams;
    // all guarded by this
    private final Deque<Look> looks = new ArrayDeque<>();
    private Changes changes;
    private long lastNanos;
    private long number;

    private record Look(long number, List<Change> changes) {}

    EventRoutes(Readings readings, Streams streams) {
        this.readings = readings;
        this.streams = streams;
        this.changes = new Changes(readings);
        this.lastNanos = System.nanoTime() - BETWEEN_LOOKS_NANOS;
    }

    List<Route> routes() {
        return List.of(Route.look("/events", "Changes of runs, nodes and jobs, as an event stream", this::events));
    }

    private void events(Context http) {
        if (!Streams.wanted(http)) {
            throw Problem.of(406, "this is an event stream: ask for text/event-stream");
        }
        Caller who = Callers.of(http);
        streams.open(http, client -> feed(client, who));
    }

    private Streams.Feed feed(SseClient client, Caller who) {
        long[] seen = {seen()};
        return () -> {
            for (Look look : since(seen[0])) {
                seen[0] = look.number();
                look.changes().stream()
                        .filter(change -> change.job().map(who::sees).orElse(true))
                        .forEach(change ->
                                client.sendEvent(change.kind(), change.data().toString()));
            }
            return true;
        };
    }

    private synchronized long seen() {
        return number;
    }

    /** Looks if it is time, for whoever asks first. */
    private synchronized List<Look> since(long seen) {
        long now = System.nanoTime();
        if (now - lastNanos >= BETWEEN_LOOKS_NANOS) {
            if (now - lastNanos > 30 * BETWEEN_LOOKS_NANOS) {
                changes = new Changes(readings);
            }
            lastNanos = now;
            looks.addLast(new Look(++number, changes.look()));
            if (looks.size() > REMEMBERED) {
                looks.removeFirst();
            }
        }
        return looks.stream().filter(look -> look.number() > seen).toList();
    }
}
