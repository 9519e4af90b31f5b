package io.baton.bootstrap.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of {@code baton.tasks.allow}, and which of them were found. */
final class AllowList {
    /** A method of the JDK is never a task: Runtime.exec takes a String. */
    private static final List<String> OF_THE_JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Set<String> names;
    private final Set<String> found = new LinkedHashSet<>();

    AllowList(Collection<String> names) {
        this.names = new LinkedHashSet<>(names);
    }

    boolean allows(String name) {
        return names.contains(name);
    }

    void found(String name) {
        found.add(name);
    }

    /** The parts before the last dot that could be names of classes. */
    List<String> classNames() {
        return names.stream()
                .filter(name -> OF_THE_JDK.stream().noneMatch(name::startsWith))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .toList();
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>(names);
        missing.removeAll(found);
        return missing;
    }
}
