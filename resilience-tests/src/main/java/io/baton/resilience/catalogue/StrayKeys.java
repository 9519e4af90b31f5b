package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.RedisContent.StoredKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which keys of Redis belong to nobody once faults and traffic are over, by the table of docs/redis.md, which is told here
 * a second time: a key that Baton's own code names wrongly, or forgets, is one too.
 *
 * @param living the nodes whose processes run
 * @param open the tasks that have not ended
 * @param revived whether Redis came back as it was before: what living nodes had in flight then is theirs until they end
 */
record StrayKeys(Set<String> living, Set<String> open, boolean revived) {
    private static final String PREFIX = "baton:{baton}:";

    StrayKeys {
        living = Set.copyOf(living);
        open = Set.copyOf(open);
    }

    /** A kind of keys. @param stem with which the name begins, all of it unless it ends in a colon */
    private enum Known {
        QUEUE("queue:", "list", Duration.ZERO),
        IN_FLIGHT("inflight:", "hash", Duration.ZERO),
        STAGING("staging:", "list", Duration.ZERO),
        QUEUES("queues", "zset", Duration.ZERO),
        HOLDERS("holders", "zset", Duration.ZERO),
        DEAD("dead", "list", Duration.ZERO),
        CLAIM("claim:", "string", Duration.ofHours(1)),
        NODES("nodes", "hash", Duration.ofDays(7)),
        INCARNATIONS("incarnations", "hash", Duration.ofDays(7)),
        BEATS("beats", "zset", Duration.ofDays(7)),
        DRAINING("draining", "set", Duration.ZERO),
        MASTER("master", "string", Duration.ofHours(1));

        private final String stem;
        private final String type;
        private final Duration life;

        Known(String stem, String type, Duration life) {
            this.stem = stem;
            this.type = type;
            this.life = life;
        }

        boolean names(String rest) {
            return stem.endsWith(":") ? rest.startsWith(stem) : rest.equals(stem);
        }
    }

    /** A key that nobody owns. */
    record Stray(String key, String words) {}

    List<Stray> among(List<StoredKey> keys) {
        return keys.stream()
                .flatMap(key -> why(key).map(words -> new Stray(key.name(), words)).stream())
                .toList();
    }

    private Optional<String> why(StoredKey key) {
        if (!key.name().startsWith(PREFIX)) {
            return Optional.of("is not of this cluster");
        }
        String rest = key.name().substring(PREFIX.length());
        return Stream.of(Known.values())
                .filter(kind -> kind.names(rest))
                .findFirst()
                .map(kind -> why(kind, key, rest.substring(kind.stem.length())))
                .orElse(Optional.of("is of no kind that docs/redis.md has"));
    }

    private Optional<String> why(Known kind, StoredKey key, String owner) {
        if (!kind.type.equals(key.type())) {
            return Optional.of("is a " + key.type() + ", a " + kind.type + " was to be");
        }
        if (!kind.life.isZero() && (key.ttlMillis() < 0 || key.ttlMillis() > kind.life.toMillis())) {
            return Optional.of(
                    "expires in " + key.ttlMillis() + " ms, at most " + kind.life.toMillis() + " is allowed");
        }
        return switch (kind) {
            case QUEUE -> messages(key.content(), owner);
            case STAGING -> messages(key.content(), nodeOf(owner));
            case IN_FLIGHT ->
                revived && living.contains(nodeOf(owner)) ? Optional.empty() : messages(key.values(), nodeOf(owner));
            case NODES, INCARNATIONS -> strangers(key.fields());
            case BEATS -> strangers(key.content());
            case MASTER ->
                strangers(key.content().stream().map(StrayKeys::nodeOf).toList());
            case CLAIM, QUEUES, HOLDERS, DEAD, DRAINING -> Optional.empty();
        };
    }

    private Optional<String> messages(List<String> messages, String node) {
        if (!living.contains(node)) {
            return Optional.of("holds " + messages.size() + " messages for " + node + ", which does not live");
        }
        return messages.stream()
                .filter(message -> open.stream().noneMatch(message::contains))
                .findFirst()
                .map(message -> "holds a message of no task that is open: " + message);
    }

    private Optional<String> strangers(List<String> nodes) {
        return nodes.stream()
                .filter(node -> !living.contains(node))
                .findFirst()
                .map(node -> "names " + node + ", which does not live");
    }

    private static String nodeOf(String incarnation) {
        int slash = incarnation.indexOf('/');
        return slash < 0 ? incarnation : incarnation.substring(0, slash);
    }
}
