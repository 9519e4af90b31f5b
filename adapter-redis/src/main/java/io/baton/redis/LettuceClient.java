package io.baton.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The client of the servers of one address. spring-data-redis builds it for the topology at hand; its options make Lettuce
 * say no at once where it would rather wait and repeat.
 *
 * <p>Left alone, Lettuce keeps commands while it is disconnected, without bound, and sends those whose reply is missing
 * again after a reconnect, so that a push is done twice. REJECT_COMMANDS ends both: what was sent fails with the
 * connection, and nothing is sent until there is another.
 */
final class LettuceClient implements AutoCloseable {
    /** 10,000 commands: ten of the largest batches; beyond it a call fails instead of filling the memory. */
    private static final int QUEUED_COMMANDS = 10_000;
    /** Half a second at most between attempts to reconnect, so that presence is back within the dwell of 2 s. */
    private static final Duration RECONNECT = Duration.ofMillis(500);

    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN = Duration.ofSeconds(1);

    private final ClientResources resources;
    private final LettuceConnectionFactory factory;
    private final Connector connector;

    LettuceClient(RedisSettings settings, RedisAddress address) {
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.exponential(Duration.ofMillis(5), RECONNECT, 2, TimeUnit.MILLISECONDS))
                .build();
        this.factory = new LettuceConnectionFactory(topology(address), configuration(settings, address, resources));
        factory.afterPropertiesSet();
        factory.start();
        this.connector = connector(factory.getRequiredNativeClient(), settings);
    }

    Connector connector() {
        return connector;
    }

    @Override
    public void close() {
        factory.destroy();
        resources.shutdown(0, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN.toMillis() * 2);
    }

    private static Connector connector(AbstractRedisClient client, RedisSettings settings) {
        Duration timeout = settings.timeouts().command();
        if (client instanceof RedisClusterClient cluster) {
            String anyKey = new RedisKeys(settings.cluster()).the(RedisKeys.Kind.NODES);
            return new ClusterConnector(cluster, anyKey, timeout);
        }
        return new SingleConnector((RedisClient) client, timeout);
    }

    private static RedisConfiguration topology(RedisAddress address) {
        if (address.mode() != RedisAddress.Mode.CLUSTER) {
            return LettuceConnectionFactory.createRedisConfiguration(address.first());
        }
        RedisClusterConfiguration cluster = new RedisClusterConfiguration(address.uris().stream()
                .map(uri -> uri.getHost() + ":" + uri.getPort())
                .toList());
        RedisCredentialsProvider provider = address.first().getCredentialsProvider();
        if (provider instanceof RedisCredentialsProvider.ImmediateRedisCredentialsProvider immediate) {
            RedisCredentials credentials = immediate.resolveCredentialsNow();
            cluster.setUsername(credentials.getUsername());
            cluster.setPassword(credentials.getPassword());
        }
        return cluster;
    }

    private static LettuceClientConfiguration configuration(
            RedisSettings settings, RedisAddress address, ClientResources resources) {
        RedisURI uri = address.first();
        LettuceClientConfiguration.LettuceClientConfigurationBuilder builder =
                LettuceClientConfiguration.builder().apply(uri);
        if (!settings.clientName().isEmpty()) {
            builder.clientName(settings.clientName());
        }
        return builder.clientResources(resources)
                .clientOptions(address.mode() == RedisAddress.Mode.CLUSTER ? cluster(settings) : options(settings))
                .commandTimeout(settings.timeouts().command())
                .shutdownTimeout(SHUTDOWN)
                .shutdownQuietPeriod(Duration.ZERO)
                .build();
    }

    private static ClientOptions options(RedisSettings settings) {
        return ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(QUEUED_COMMANDS)
                .socketOptions(socket(settings))
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .build();
    }

    private static ClusterClientOptions cluster(RedisSettings settings) {
        return ClusterClientOptions.builder(options(settings))
                .validateClusterNodeMembership(false)
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .adaptiveRefreshTriggersTimeout(SHUTDOWN)
                        .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                        .build())
                .build();
    }

    /** Keep-alive notices a dead peer of a silent connection after 5 + 3 × 5 = 20 s, and keeps idle ones open. */
    private static SocketOptions socket(RedisSettings settings) {
        return SocketOptions.builder()
                .connectTimeout(settings.timeouts().connect())
                .keepAlive(SocketOptions.KeepAliveOptions.builder()
                        .enable()
                        .idle(Duration.ofSeconds(5))
                        .interval(Duration.ofSeconds(5))
                        .count(3)
                        .build())
                .build();
    }
}
