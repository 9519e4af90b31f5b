package io.baton.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The two stores, and what stands in for one.
 *
 * @param redis empty for a standalone node
 * @param spool the folder for ends of runs while the database does not answer
 * @param waitForServers how long to wait at start for servers that do not answer yet
 */
public record StoreSettings(
        Optional<RedisSettings> redis, DatabaseSettings database, Path spool, Duration waitForServers) {}
