package io.baton.bootstrap.node;

import io.baton.application.Ports;
import io.baton.bootstrap.settings.NodeSettings;
import io.baton.bootstrap.settings.RedisSettings;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.memory.MemoryClient;
import io.baton.memory.MemoryCluster;
import io.baton.persistence.Database;
import io.baton.persistence.DatabaseSettings;
import io.baton.persistence.spool.FileResultSpool;
import io.baton.redis.RedisAddress;
import io.baton.redis.RedisStore;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The stores that the settings name, opened; closed in the opposite order. */
final class Stores implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final StoreWarnings warnings = new StoreWarnings(System::nanoTime);
    private final Ports.What what;
    private final Ports.Office office;
    private final Ports.Where where;
    private final String words;

    /** @throws io.baton.domain.port.StoreUnavailableException if one of them cannot be used; nothing stays open */
    Stores(NodeSettings settings, Clock clock, BooleanSupplier unwanted) {
        ServerWait wait = new ServerWait(settings.stores().waitForServers(), unwanted);
        try {
            Database database = wait.open("the database", () -> Database.open(database(settings)));
            open.push(database);
            FileResultSpool spool = new FileResultSpool(
                    settings.stores().spool(), settings.node().cluster());
            open.push(spool);
            what = new Ports.What(
                    new Ports.Definitions(database.jobs(), database.watermarks(), database.marks()),
                    new Ports.Ledger(database.ledger(), database.recovery(), database.history(), spool),
                    database.witness());
            office = new Ports.Office(
                    database.accounts(),
                    database.sessions(),
                    database.apiTokens(),
                    database.audit(),
                    database.runLogs(),
                    database.jobVersions());
            String coordination = "coordination in memory";
            if (settings.stores().redis().isPresent()) {
                RedisStore redis = redis(settings, settings.stores().redis().get(), wait);
                open.push(redis);
                warnings.add("redis", redis::warnings);
                where = new Ports.Where(redis.registry(), redis.queue(), redis.recovery(), redis.lock(), redis.lease());
                coordination = "Redis";
            } else {
                warnings.add("redis", List::of);
                MemoryClient memory = new MemoryCluster(clock).connect();
                where = new Ports.Where(
                        memory.registry(), memory.queue(), memory.recovery(), memory.lock(), memory.lease());
            }
            warnings.add("database", database::warnings);
            words = database.kind() + ", " + coordination;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Ports.What what() {
        return what;
    }

    Ports.Office office() {
        return office;
    }

    Ports.Where where() {
        return where;
    }

    /** What an operator should know about how they keep things. */
    StoreWarnings warnings() {
        return warnings;
    }

    /** What they are, for people. */
    String words() {
        return words;
    }

    private static DatabaseSettings database(NodeSettings settings) {
        var database = settings.stores().database();
        return new DatabaseSettings(
                database.url(),
                database.user(),
                database.password().value(),
                settings.node().cluster(),
                database.poolSize());
    }

    private static RedisStore redis(NodeSettings settings, RedisSettings redis, ServerWait wait) {
        io.baton.redis.RedisSettings wanted = new io.baton.redis.RedisSettings(
                address(redis),
                settings.node().cluster(),
                "baton-" + settings.node().id(),
                new io.baton.redis.RedisSettings.Allowed(settings.work().acceptLegacy(), redis.allowEviction()),
                io.baton.redis.RedisSettings.Timeouts.DEFAULT);
        return wait.open("Redis", () -> RedisStore.open(wanted));
    }

    private static RedisAddress address(RedisSettings redis) {
        try {
            return RedisAddress.parse(
                    String.join(",", redis.uris()),
                    RedisAddress.Mode.valueOf(redis.effectiveMode().name()));
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailableException(String.valueOf(e.getMessage()), false, e);
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            Quietly.close(open.pop());
        }
    }
}
