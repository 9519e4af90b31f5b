package io.baton.bootstrap.settings;

import io.baton.redis.RedisAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses that {@code baton.redis.uri} names. */
final class RedisUris {
    static final String LEGAL = "redis://HOST:PORT or rediss://HOST:PORT (several, comma-separated = cluster),"
            + " or redis-sentinel://HOST:PORT,HOST:PORT#MASTER";

    /** Sentinels and other servers do not stand in one text. */
    private static final Pattern FORM = Pattern.compile(
            "rediss?://(?!\\S*-sentinel://)[^\\s,]++(,[^\\s,]++)*+" + "|rediss?-sentinel://(?!\\S*://)\\S++");

    private static final String SCHEME_END = "://";

    private RedisUris() {}

    /** @throws IllegalArgumentException if the text is no address of Redis */
    static String check(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no address of Redis");
        }
        RedisAddress.parse(String.join(",", split(text)), RedisAddress.Mode.AUTO);
        return text;
    }

    /** One sentinel address holds commas itself; of others, a part without a scheme has the first one's. */
    static List<String> split(String text) {
        int end = text.indexOf(SCHEME_END) + SCHEME_END.length();
        String scheme = text.substring(0, end);
        if (scheme.contains("sentinel")) {
            return List.of(text);
        }
        return Arrays.stream(text.split(","))
                .map(part -> part.contains(SCHEME_END) ? part : scheme + part)
                .toList();
    }
}
