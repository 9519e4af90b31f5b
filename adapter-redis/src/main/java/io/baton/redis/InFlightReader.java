package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.lettuce.core.MapScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads what an incarnation has in flight, in pages, so that no command is long. */
final class InFlightReader {
    private static final int PAGE = 1000;

    private final Calls calls;
    private final RedisKeys keys;

    InFlightReader(Calls calls, RedisKeys keys) {
        this.calls = calls;
        this.keys = keys;
    }

    /** Messages that a waiting take has moved and no take has picked up; read before the others, whose way they go. */
    List<String> staged(Incarnation owner) {
        return calls.call("read of what waits for " + owner, c -> c.lrange(keys.staging(owner), 0, PAGE - 1L));
    }

    /** Shows every message that is in the set all the while; one may be shown twice. */
    void forEach(Incarnation owner, BiConsumer<String, String> receiptAndMessage) {
        ScanCursor cursor = ScanCursor.INITIAL;
        do {
            MapScanCursor<String, String> page = page(owner, cursor, PAGE);
            page.getMap().forEach(receiptAndMessage);
            cursor = page;
        } while (!cursor.isFinished());
    }

    /** Some messages by their receipts, about as many as asked for or all; empty if there is none. */
    Map<String, String> some(Incarnation owner, int most) {
        Map<String, String> found = new LinkedHashMap<>();
        ScanCursor cursor = ScanCursor.INITIAL;
        do {
            MapScanCursor<String, String> page = page(owner, cursor, most);
            page.getMap().forEach((receipt, raw) -> {
                if (found.size() < most) {
                    found.put(receipt, raw);
                }
            });
            cursor = page;
        } while (!cursor.isFinished() && found.size() < most);
        return found;
    }

    private MapScanCursor<String, String> page(Incarnation owner, ScanCursor cursor, int most) {
        return calls.call(
                "read of what " + owner + " has in flight",
                c -> c.hscan(keys.inFlight(owner), cursor, ScanArgs.Builder.limit(most)));
    }
}
