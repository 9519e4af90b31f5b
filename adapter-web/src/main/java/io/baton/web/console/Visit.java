package io.baton.web.console;

import io.baton.application.access.Caller;
import io.baton.domain.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One look at a page: who looks, and how.
 *
 * @param path of the page
 * @param manner language and look
 * @param query the address's parameters by name
 */
record Visit(Caller who, String path, Manner manner, Function<String, Optional<String>> query) {

    /**
     * @param theme light, dark or empty for what the browser prefers
     * @param csrf proves that a change comes from this session's page
     */
    record Manner(Tongue tongue, String theme, String csrf) {}

    String say(String key, Object... values) {
        return manner.tongue().say(key, values);
    }

    boolean may(Role role) {
        return who.rights().role().covers(role);
    }

    /** Whether the visitor may do what concerns all groups. */
    boolean mayForAll(Role role) {
        return may(role) && who.rights().scope().all();
    }

    String asked(String name) {
        return query.apply(name).orElse("");
    }

    static String when(Instant at) {
        return java.time.format.DateTimeFormatter.ISO_INSTANT.format(
                at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }
}
