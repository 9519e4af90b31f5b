package io.baton.bootstrap.settings;

import java.util.Locale;

/**
 * Something that a node can be told.
 *
 * @param name {@code baton.…}; of a secret, the environment variable
 * @param meaning one or two sentences
 */
public record Setting<T>(String name, Group group, Kind<T> kind, Fallback fallback, String meaning) {
    /** The environment variable that sets it, such as {@code BATON_REDIS_URI} for {@code baton.redis.uri}. */
    public String environmentName() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether it is taken from the environment only. */
    public boolean environmentOnly() {
        return group == Group.SECRETS;
    }
}
