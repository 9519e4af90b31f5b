package io.baton.web;

import java.util.List;
import java.util.Optional;

/** The routes of a test node, which need not be served. */
final class Tables {
    private Tables() {}

    static RouteTable of(TestNode node) {
        try (Streams streams = new Streams()) {
            return RouteTable.of(
                    node.core.desk().look(),
                    node.office(Optional.empty()),
                    new RouteTable.Surroundings(
                            new Bodies(Caller::document), Caller.vitals(Caller.WELL), streams, "127.0.0.1"));
        }
    }

    /** Those that are for programs. */
    static List<Route> api(TestNode node) {
        return of(node).routes().stream()
                .filter(route -> Tables.ofTheApi(route.path()))
                .toList();
    }

    private static boolean ofTheApi(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/health/")
                || path.equals("/openapi.json")
                || path.equals("/metrics");
    }
}
