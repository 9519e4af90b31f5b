package io.baton.testservers;

import java.util.Locale;

/** One way to get at a server; the ladder tries them in this order. */
enum Rung {
    /** A server that somebody else runs, named by a property or an environment variable. */
    ADDRESS("given address"),
    /** A container, through Testcontainers. */
    DOCKER("Docker"),
    /** A server program that is installed on this machine. */
    PATH("installed on this machine"),
    /** A server program that comes as a Maven artifact. */
    MAVEN("maven artifact");

    private final String label;

    Rung(String label) {
        this.label = label;
    }

    /** How reports name this rung. */
    String label() {
        return label;
    }

    /** The word for this rung in {@code baton.test.rungs}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
