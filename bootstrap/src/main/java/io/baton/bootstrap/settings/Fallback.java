package io.baton.bootstrap.settings;

import java.util.function.Function;

/**
 * What holds when a setting is not given.
 *
 * @param shown the default, for people
 * @param text the default on a certain machine, in the form of the setting
 */
public record Fallback(String shown, Function<Host, String> text) {
    static Fallback of(String value) {
        return new Fallback(value, host -> value);
    }

    static Fallback nothing() {
        return new Fallback("none", host -> "");
    }

    static Fallback computed(String shown, Function<Host, String> text) {
        return new Fallback(shown, text);
    }
}
