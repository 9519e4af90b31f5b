package io.baton.bootstrap.settings;

import io.baton.bootstrap.document.DocumentException;
import io.baton.bootstrap.document.DocumentReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the file of {@code --config} says: properties if its name ends in {@code .properties}, else YAML, nested or with dotted keys. */
final class FileSource {
    private static final String ORIGIN = "config file";

    private FileSource() {}

    static void read(String file, Findings into) {
        try {
            Path path = Path.of(file);
            if (file.endsWith(".properties")) {
                properties(path).forEach((name, text) -> into.put(name, text, ORIGIN));
            } else {
                flatten("", DocumentReader.textual().read(path), into);
            }
        } catch (DocumentException wrong) {
            into.mistake("--config", "'" + file + "' cannot be understood: " + wrong.getMessage());
        } catch (IOException | InvalidPathException unreadable) {
            into.mistake("--config", "'" + file + "' cannot be read: " + FileText.reason(unreadable));
        }
    }

    private static Map<String, String> properties(Path path) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IllegalArgumentException wrong) {
            throw new IOException("broken escape: " + wrong.getMessage(), wrong);
        }
        Map<String, String> sorted = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> sorted.put(name, properties.getProperty(name)));
        return sorted;
    }

    private static void flatten(String prefix, Map<?, ?> map, Findings into) {
        map.forEach((key, value) -> {
            String name = prefix + key;
            if (value instanceof Map<?, ?> nested && KnownSettings.named(name).isEmpty()) {
                flatten(name + ".", nested, into);
            } else {
                into.put(name, text(value), ORIGIN);
            }
        });
    }

    /** Labels may be a map and lists may be lists. */
    private static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(","));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return String.valueOf(value);
    }
}
