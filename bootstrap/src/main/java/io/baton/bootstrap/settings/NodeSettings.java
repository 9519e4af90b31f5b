package io.baton.bootstrap.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a node was told, complete and checked. Printing it shows no secret. */
public record NodeSettings(
        MemberSettings node, StoreSettings stores, WorkSettings work, HttpSettings http, LogSettings log) {
    /** All that must not be printed: passwords and tokens, those within addresses too. */
    public List<String> secrets() {
        Stream<String> addresses = Stream.concat(
                Stream.of(stores.database().url()), stores.redis().stream().flatMap(redis -> redis.uris().stream()));
        Stream<Secret> values = Stream.of(
                        Optional.of(stores.database().password()), http.apiToken(), http.adminPassword())
                .flatMap(Optional::stream);
        return Stream.concat(addresses.flatMap(address -> UrlMask.secrets(address).stream()), values.map(Secret::value))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Whether the node is alone: embedded database, coordination in memory. */
    public boolean standalone() {
        return stores.redis().isEmpty();
    }
}
