package io.baton.web;

import io.baton.application.access.Caller;
import io.baton.web.EventRoutes.Look;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;

/** Tells that something changed, not what, when the listener's turn has come, and about how long the next takes to come. */
final class BriefFeed implements Streams.Feed {
    private final Listener listener;
    private final LongFunction<List<Look>> looks;
    private final IntSupplier crowd;
    // used by the thread of the streams alone
    private final Set<String> kinds = new TreeSet<>();
    private long seen;

    /** Who is told, and when. */
    record Listener(SseClient client, Caller who, Pace.Listener turn) {}

    /**
     * @param looks those after the one of the number
     * @param crowd how many listen
     * @param seen the number of the last look that is of no interest
     */
    BriefFeed(Listener listener, LongFunction<List<Look>> looks, IntSupplier crowd, long seen) {
        this.listener = listener;
        this.looks = looks;
        this.crowd = crowd;
        this.seen = seen;
    }

    @Override
    public boolean getAsBoolean() {
        for (Look look : looks.apply(seen)) {
            look.changes().stream()
                    .filter(change -> !kinds.contains(change.kind()) && change.seenBy(listener.who()))
                    .forEach(change -> kinds.add(change.kind()));
            seen = look.number();
        }
        if (!kinds.isEmpty() && listener.turn().comes()) {
            String data =
                    JsonTree.empty().put("pace", Pace.millis(crowd.getAsInt())).toString();
            kinds.forEach(kind -> listener.client().sendEvent(kind, data));
            kinds.clear();
        }
        return true;
    }
}
