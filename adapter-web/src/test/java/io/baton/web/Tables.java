package io.baton.web;

import java.util.Optional;

/** The routes of a test node, which need not be served. */
final class Tables {
    private Tables() {}

    static RouteTable of(TestNode node) {
        return RouteTable.of(
                node.core.desk().look(),
                node.office(Optional.empty()),
                new RouteTable.Surroundings(
                        new Bodies(Caller::document), Caller.vitals(Caller.WELL), new Streams(), "127.0.0.1"));
    }
}
