package io.baton.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * The packages of the product below a root: {@code io.baton} itself, or the root of the planted violations.
 *
 * @param root a package
 */
record Layout(String root) {
    static final Layout PRODUCT = new Layout("io.baton");
    static final Layout PLANTED = new Layout("io.baton.architecture.planted");

    static final List<String> DRIVEN = List.of("memory", "redis", "persistence", "quartz");
    static final List<String> ADAPTERS = List.of("memory", "redis", "persistence", "quartz", "web");

    /** The package and all below it, as ArchUnit writes it. */
    String in(String name) {
        return root + "." + name + "..";
    }

    String[] in(Stream<String> names, String... more) {
        return Stream.concat(names.map(this::in), Stream.of(more)).toArray(String[]::new);
    }

    String[] core() {
        return in(Stream.of("domain", "application"));
    }

    String port() {
        return root + ".domain.port";
    }
}
