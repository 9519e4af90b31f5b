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
    private final Pace pace = new Pace(System::nanoTime);
    // all guarded by this
    private final Deque<Look> looks = new ArrayDeque<>();
    private Changes changes;
    private long lastNanos;
    private long number;

    /** What was seen to have changed at one time. @param number one more than that of the look before */
    record Look(long number, List<Change> changes) {}

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
        if (!Streams.taken(http)) {
            throw Problem.of(406, "this is an event stream: ask for text/event-stream");
        }
        Caller who = Callers.of(http);
        long seen = seen();
        streams.open(http, client -> brief ? briefFeed(client, who, seen) : feed(client, who, seen));
    }

    private Streams.Feed feed(SseClient client, Caller who, long begin) {
        long[] seen = {begin};
        return () -> {
            for (Look look : since(seen[0])) {
                seen[0] = look.number();
                look.changes().stream()
                        .filter(change -> change.seenBy(who))
                        .forEach(change -> client.sendEvent(change.kind(), change.data()));
            }
            return true;
        };
    }

    private Streams.Feed briefFeed(SseClient client, Caller who, long seen) {
        return new BriefFeed(new BriefFeed.Listener(client, who, pace.listener()), this::since, streams::open, seen);
    }

    /** The number of the last look. One is made if there is none of late: what happens from now on is a change to it. */
    private synchronized long seen() {
        if (stale()) {
            changes = new Changes(readings);
            look();
        }
        return number;
    }

    private boolean stale() {
        return number == 0 || System.nanoTime() - lastNanos > 30 * BETWEEN_LOOKS_NANOS;
    }

    private void look() {
        lastNanos = System.nanoTime();
        looks.addLast(new Look(++number, changes.look()));
        if (looks.size() > REMEMBERED) {
            looks.removeFirst();
        }
    }

    /** Looks if it is time, for whoever asks first. */
    private synchronized List<Look> since(long seen) {
        if (System.nanoTime() - lastNanos >= BETWEEN_LOOKS_NANOS) {
            look();
        }
        return looks.stream().filter(look -> look.number() > seen).toList();
    }
}
