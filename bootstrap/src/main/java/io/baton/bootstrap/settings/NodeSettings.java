package io.baton.bootstrap.settings;

/** All that a node was told, complete and checked. Printing it shows no secret. */
public record NodeSettings(
        MemberSettings node, StoreSettings stores, WorkSettings work, HttpSettings http, LogSettings log) {
    /** Whether the node is alone: embedded database, coordination in memory. */
    public boolean standalone() {
        return stores.redis().isEmpty();
    }
}
