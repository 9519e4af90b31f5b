package io.baton.redis;

import io.baton.domain.port.StoreUnavailableException;
import io.baton.domain.port.StoreWarning;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;

/**
 * The client of servers that were reached and found fit for use.
 *
 * @param link the connection that the check was made on
 * @param warnings what the check found
 */
record OpenedServers(LettuceClient client, RedisLink link, List<StoreWarning> warnings) implements AutoCloseable {

    /** @throws StoreUnavailableException in one line for the operator */
    static OpenedServers open(RedisSettings settings) {
        return open(settings, settings.address());
    }

    private static OpenedServers open(RedisSettings settings, RedisAddress address) {
        LettuceClient client = new LettuceClient(settings, address);
        RedisLink link = new RedisLink(client.connector(), settings.timeouts().command());
        try {
            ServerCheck server = ServerCheck.of(client.connector().info(link.line()));
            if (server.isClusterMember() && address.mode() != RedisAddress.Mode.CLUSTER && !address.certain()) {
                close(client, link);
                return open(settings, address.asCluster());
            }
            check(server, address, settings);
            return new OpenedServers(client, link, server.warnings());
        } catch (StoreUnavailableException e) {
            close(client, link);
            throw e;
        } catch (RuntimeException e) {
            if (isForbidden(e)) {
                return new OpenedServers(
                        client,
                        link,
                        List.of(new StoreWarning(
                                StoreWarning.Kind.UNCHECKED,
                                "this Redis user may not call INFO: version, eviction policy and persistence of the"
                                        + " server are unchecked")));
            }
            close(client, link);
            throw Unavailable.because(address, e);
        }
    }

    private static void check(ServerCheck server, RedisAddress address, RedisSettings settings) {
        if (server.isClusterMember() && address.mode() != RedisAddress.Mode.CLUSTER) {
            throw Unavailable.never(address, "is a member of a Redis Cluster; set baton.redis.mode=cluster");
        }
        if (server.isLoading()) {
            throw new StoreUnavailableException("Redis at " + address + " is still loading its data", true);
        }
        if (server.isReplica()) {
            throw Unavailable.never(
                    address, "is a read-only replica; baton.redis.uri must name the master or Sentinels");
        }
        server.refusal(settings.allowed().anyEvictionPolicy()).ifPresent(why -> {
            throw Unavailable.never(address, why);
        });
    }

    /** What a check finds now; if the server does not answer, what was found last. */
    List<StoreWarning> warningsNow() {
        try {
            return ServerCheck.of(client.connector().info(link.line())).warnings();
        } catch (RuntimeException e) {
            return warnings;
        }
    }

    private static boolean isForbidden(RuntimeException e) {
        return e instanceof RedisCommandExecutionException
                && String.valueOf(e.getMessage()).startsWith("NOPERM");
    }

    private static void close(LettuceClient client, RedisLink link) {
        link.close();
        client.close();
    }

    @Override
    public void close() {
        close(client, link);
    }
}
