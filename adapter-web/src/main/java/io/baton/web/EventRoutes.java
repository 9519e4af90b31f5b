package io.baton.web;

import io.baton.application.access.Caller;
import io.baton.application.view.Readings;
import io.baton.web.Changes.Change;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What changes in the cluster, as it changes: one look a second for all who listen. */
final class EventRoutes {
    /** 60 looks: a client that is slower than a minute misses what is older. */
    private static final int REMEMBERED = 60;

    private static final long BETWEEN_LOOKS_NANOS = 900_000_000L;

    /** 2 s: what people take for live. */
    private static final long LEAST_PACE = 2_000;
    /** 100 ms a listener: all together ask ten times a second. */
    private static final long SHARE = 100;

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
        boolean brief = new Question(http).flag("brief");
        if (!Streams.wanted(http)) {
            throw Problem.of(406, "this is an event stream: ask for text/event-stream");
        }
        Caller who = Callers.of(http);
        streams.open(http, client -> brief ? briefFeed(client, who) : feed(client, who));
    }

    private Streams.Feed feed(SseClient client, Caller who) {
        long[] seen = {seen()};
        return () -> {
            for (Look look : since(seen[0])) {
                seen[0] = look.number();
                seenBy(who, look).forEach(change -> client.sendEvent(change.kind(), change.data()));
            }
            return true;
        };
    }

    /** That something changed, not what, and how long to wait before asking for it. */
    private Streams.Feed briefFeed(SseClient client, Caller who) {
        long[] seen = {seen()};
        return () -> {
            List<Look> looks = since(seen[0]);
            looks.stream()
                    .flatMap(look -> seenBy(who, look))
                    .map(Change::kind)
                    .distinct()
                    .forEach(kind -> client.sendEvent(
                            kind, JsonTree.empty().put("pace", pace()).toString()));
            seen[0] = looks.isEmpty() ? seen[0] : looks.get(looks.size() - 1).number();
            return true;
        };
    }

    private static Stream<Change> seenBy(Caller who, Look look) {
        return look.changes().stream()
                .filter(change -> change.job().map(who::sees).orElse(true));
    }

    /** Milliseconds between two questions of one listener, so that a crowd asks no oftener than a few do. */
    private long pace() {
        return Math.max(LEAST_PACE, (long) streams.open() * SHARE);
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
