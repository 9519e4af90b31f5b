package io.baton.testservers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What system properties and the environment say about test servers; a property wins over its variable. */
final class Settings {
    static final String REDIS_URI = "baton.test.redis.uri";
    static final String DATABASE_URL = "baton.test.db.url";
    static final String RUNGS = "baton.test.rungs";
    static final String REPORT = "baton.test.servers.report";
    static final String LAST = "baton.test.servers.last";

    private final Map<String, String> properties;
    private final Map<String, String> environment;

    Settings(Map<String, String> properties, Map<String, String> environment) {
        this.properties = Map.copyOf(properties);
        this.environment = Map.copyOf(environment);
    }

    /** The settings of this JVM, as they are now. */
    static Settings ofThisJvm() {
        Properties now = System.getProperties();
        return new Settings(
                now.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, now::getProperty)),
                System.getenv());
    }

    /** The property {@code key}, else the variable of that name in capitals ({@code BATON_TEST_RUNGS}), unless blank. */
    Optional<String> value(String key) {
        return Optional.ofNullable(properties.get(key))
                .or(() -> variable(variableOf(key)))
                .filter(text -> !text.isBlank());
    }

    /** The environment variable {@code name}, unless blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    /** The rungs that may be used: those listed in {@code baton.test.rungs}, else all. */
    Set<Rung> rungs() {
        Set<Rung> rungs = EnumSet.noneOf(Rung.class);
        value(RUNGS).ifPresentOrElse(words -> addRungs(words, rungs), () -> rungs.addAll(EnumSet.allOf(Rung.class)));
        return rungs;
    }

    /** Both ways to set {@code key}, for messages. */
    static String waysToSet(String key, String value) {
        return "-D" + key + "=" + value + " or " + variableOf(key) + "=" + value;
    }

    private static void addRungs(String words, Set<Rung> rungs) {
        for (String word : words.split(",")) {
            rungs.add(Arrays.stream(Rung.values())
                    .filter(rung -> rung.word().equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            RUNGS + "=" + words + ": '" + word + "' is none of address, docker, path, maven")));
        }
    }

    private static String variableOf(String key) {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
