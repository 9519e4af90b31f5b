package io.baton.bootstrap.settings;

import io.baton.bootstrap.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the sources gave so far, and what was wrong with them. A later source wins. */
final class Findings {
    private final Map<String, RawValue> values = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    /** Takes a value for a known name; anything else is a mistake. */
    void put(String name, String text, String origin) {
        if (KnownSettings.named(name).isPresent()) {
            values.put(name, new RawValue(text, origin));
        } else {
            mistake(name, "unknown setting (" + origin + ")" + NearestName.question(name, KnownSettings.names()));
        }
    }

    /** Takes a secret, which has no name but its environment variable's. */
    void putSecret(Setting<?> secret, String text) {
        values.put(secret.name(), new RawValue(text, "environment"));
    }

    void mistake(String setting, String problem) {
        mistakes.add(new Mistake(setting, problem));
    }

    boolean isWrong(Setting<?> setting) {
        return mistakes.stream().anyMatch(mistake -> mistake.setting().equals(setting.name()));
    }

    Map<String, RawValue> values() {
        return values;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
