package io.baton.redis;

import io.baton.domain.queue.DeadLetter;
import io.baton.redis.RedisKeys.Kind;
import java.util.List;
import java.util.Optional;

/** The dead letters: one List, newest first. Elements that are no letters are passed over. */
final class RedisDeadLetters {
    private static final int KEPT = 10_000;
    private static final int PAGE = 1000;
    /** 100: pages overlap so that a letter is not missed when others are removed between two of them. */
    private static final int OVERLAP = 100;

    private final Calls calls;
    private final String key;

    RedisDeadLetters(Calls calls, RedisKeys keys) {
        this.calls = calls;
        this.key = keys.the(Kind.DEAD);
    }

    void add(DeadLetter letter) {
        List<String> arguments = List.of(DeadLetterCodec.write(letter), Integer.toString(KEPT));
        calls.count("setting aside of " + letter.id(), Script.SET_ASIDE, List.of(key), arguments);
    }

    List<DeadLetter> newest(int most) {
        return page(0, most).stream()
                .map(DeadLetterCodec::read)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean remove(String id) {
        for (int from = 0; from < KEPT; from += PAGE - OVERLAP) {
            List<String> page = page(from, PAGE);
            for (String text : page) {
                if (DeadLetterCodec.read(text).filter(l -> l.id().equals(id)).isPresent()) {
                    long removed = calls.call("removal of dead letter " + id, c -> c.lrem(key, 1, text));
                    return removed > 0;
                }
            }
            if (page.size() < PAGE) {
                return false;
            }
        }
        return false;
    }

    private List<String> page(int from, int most) {
        return calls.call("read of dead letters", c -> c.lrange(key, from, from + most - 1L));
    }
}
