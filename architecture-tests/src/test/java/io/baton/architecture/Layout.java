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
    /** What no shipped class sees. */
    static final List<String> TEST_SIDE =
            List.of("contracts", "testservers", "fuzzing", "resilience", "examples", "benchmarks");

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

    /** What is inside the node's jar. */
    String[] shipped() {
        return in(Stream.concat(Stream.of("domain", "application", "bootstrap"), ADAPTERS.stream()), root + ".task");
    }

    /** The classes that jOOQ makes of the migrations. */
    String generated() {
        return in("persistence.schema");
    }

    String port() {
        return root + ".domain.port";
    }
}
