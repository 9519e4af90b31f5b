package io.baton.bootstrap.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * The two stores.
 *
 * @param redis empty for a standalone node
 * @param waitForServers how long to wait at start for servers that do not answer yet
 */
public record StoreSettings(Optional<RedisSettings> redis, DatabaseSettings database, Duration waitForServers) {}
