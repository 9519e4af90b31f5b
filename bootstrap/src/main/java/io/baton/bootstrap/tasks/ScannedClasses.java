package io.baton.bootstrap.tasks;

import java.util.List;

/**
 * The names of the classes that hold tasks.
 *
 * @param components Spring makes them
 * @param plain with marked methods; each run makes one
 */
record ScannedClasses(List<String> components, List<String> plain) {
    static final ScannedClasses NONE = new ScannedClasses(List.of(), List.of());

    ScannedClasses {
        components = List.copyOf(components);
        plain = List.copyOf(plain);
    }

    ScannedClasses withoutComponents() {
        return new ScannedClasses(List.of(), plain);
    }
}
