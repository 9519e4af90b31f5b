package io.baton.bootstrap.settings;

import java.util.Arrays;
import java.util.List;

/** Splits what {@code baton.redis.uri} names into addresses. */
final class RedisUris {
    private RedisUris() {}

    /** One sentinel address holds commas itself; of others, a part without a scheme has the first one's. */
    static List<String> split(String text) {
        int colon = text.indexOf("://");
        String scheme = text.substring(0, colon + 3);
        if (scheme.contains("sentinel")) {
            return List.of(text);
        }
        return Arrays.stream(text.split(","))
                .map(part -> part.contains("://") ? part : scheme + part)
                .toList();
    }
}
