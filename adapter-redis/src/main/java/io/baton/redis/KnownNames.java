package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.redis.RedisKeys.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The two indexes that make it unnecessary to search all keys of the server: which nodes have a queue, and which
 * incarnations have something in flight. What has been empty for long is forgotten on reading.
 */
final class KnownNames {
    private static final int PAGE = 500;
    private static final int MOST = 1000;
    /** 1 h: no wait for a message lasts that long after the take that registered the holder. */
    private static final Duration HOLDER_WITHOUT_MESSAGES = Duration.ofHours(1);

    private static final Duration EMPTY_QUEUE = Duration.ofDays(7);
    private static final long HAS_SOMETHING = 1;
    private static final long FORGOTTEN = -1;

    private final Calls calls;
    private final RedisKeys keys;

    KnownNames(Calls calls, RedisKeys keys) {
        this.calls = calls;
        this.keys = keys;
    }

    /** Those that have something in flight. */
    Set<Incarnation> holders() {
        return names(Kind.HOLDERS, HOLDER_WITHOUT_MESSAGES, HAS_SOMETHING, name -> {
                    Incarnation holder = Incarnation.parse(name);
                    return List.of(keys.inFlight(holder), keys.staging(holder));
                })
                .stream()
                .map(Incarnation::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that have messages, or had some lately. */
    Set<NodeId> queues() {
        return names(Kind.QUEUES, EMPTY_QUEUE, FORGOTTEN + 1, name -> List.of(keys.queue(new NodeId(name)))).stream()
                .map(NodeId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> names(Kind index, Duration memory, long least, Function<String, List<String>> keysOf) {
        String key = keys.the(index);
        List<String> names = calls.call("read of " + key, c -> c.zrange(key, 0, MOST - 1L));
        Set<String> kept = new HashSet<>();
        for (int from = 0; from < names.size(); from += PAGE) {
            List<String> page = names.subList(from, Math.min(from + PAGE, names.size()));
            List<Long> states = states(key, memory, page, keysOf);
            for (int i = 0; i < page.size(); i++) {
                if (states.get(i) >= least) {
                    kept.add(page.get(i));
                }
            }
        }
        return kept;
    }

    private List<Long> states(String index, Duration memory, List<String> page, Function<String, List<String>> keysOf) {
        List<String> scriptKeys = new ArrayList<>(List.of(index));
        int each = 0;
        for (String name : page) {
            List<String> its = keysOf.apply(name);
            each = its.size();
            scriptKeys.addAll(its);
        }
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(each), Long.toString(memory.toMillis())));
        arguments.addAll(page);
        return calls.list("look behind " + index, Script.KNOWN, scriptKeys, arguments);
    }
}
