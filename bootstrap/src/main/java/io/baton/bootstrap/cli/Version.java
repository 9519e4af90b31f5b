package io.baton.bootstrap.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build. */
public final class Version {
    private Version() {}

    /** Such as {@code 0.1.0}. */
    public static String number() {
        Properties properties = new Properties();
        try (var in = Version.class.getResourceAsStream("/baton-version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "unknown");
    }

    /** The version, and that of the Java that runs it. */
    static String line() {
        return "Baton " + number() + " (Java " + java() + ", " + os() + ")";
    }

    /** The same as a JSON object. */
    static String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", number())
                .put("java", java())
                .put("os", os())
                .toString();
    }

    private static String java() {
        return System.getProperty("java.version");
    }

    private static String os() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
}
