package io.baton.resilience.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.testservers.RedisServer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** All that a Redis server holds, read beside the product. */
public final class RedisContent {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Replies with a line of JSON for each key; it reads all of them, so it is for small servers. */
    private static final String ALL_KEYS = """
            local found = {}
            for _, key in ipairs(redis.call('KEYS', '*')) do
              local type = redis.call('TYPE', key).ok
              local content = {}
              if type == 'hash' then
                content = redis.call('HGETALL', key)
              elseif type == 'zset' then
                content = redis.call('ZRANGE', key, 0, -1)
              elseif type == 'set' then
                content = redis.call('SMEMBERS', key)
              elseif type == 'list' then
                content = redis.call('LRANGE', key, 0, -1)
              elseif type == 'string' then
                content = {redis.call('GET', key)}
              end
              found[#found + 1] = cjson.encode(
                {name = key, type = type, ttl = redis.call('PTTL', key), content = content})
            end
            return found
            """;

    private RedisContent() {}

    /**
     * A key.
     *
     * @param type as TYPE tells it
     * @param ttlMillis until it expires; −1 = it does not
     * @param content elements of a list, members of a set, the text itself; of a hash each field and then its value
     */
    public record StoredKey(String name, String type, long ttlMillis, List<String> content) {
        public StoredKey {
            content = List.copyOf(content);
        }

        /** The fields of a hash. */
        public List<String> fields() {
            return everySecond(0);
        }

        /** The values of a hash. */
        public List<String> values() {
            return everySecond(1);
        }

        private List<String> everySecond(int from) {
            List<String> chosen = new ArrayList<>();
            for (int n = from; n < content.size(); n += 2) {
                chosen.add(content.get(n));
            }
            return chosen;
        }
    }

    /** All keys of a server, in no order. */
    public static List<StoredKey> of(RedisServer server) {
        return server.send("EVAL", ALL_KEYS, "0")
                .lines()
                .filter(line -> !line.isEmpty())
                .map(RedisContent::key)
                .toList();
    }

    private static StoredKey key(String line) {
        try {
            JsonNode key = JSON.readTree(line);
            List<String> content = new ArrayList<>();
            key.get("content").forEach(element -> content.add(element.asText()));
            return new StoredKey(
                    key.get("name").asText(),
                    key.get("type").asText(),
                    key.get("ttl").asLong(),
                    content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the keys of Redis cannot be read", e);
        }
    }
}
