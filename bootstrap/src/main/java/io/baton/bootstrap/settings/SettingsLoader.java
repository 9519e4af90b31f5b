package io.baton.bootstrap.settings;

import io.baton.bootstrap.tls.Certificates;
import io.baton.bootstrap.tls.ServerIdentity;
import io.baton.bootstrap.tls.ServerKey;
import io.baton.domain.node.NodeId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a node's settings from the command line, the system properties, the environment and the config file, in this
 * order of precedence, and checks them. All mistakes are found in one go.
 */
public final class SettingsLoader {
    /** Data below the folder in which the node was started. */
    private static final String EMBEDDED_URL = "jdbc:h2:file:./baton-data/baton";

    private final Host host;

    public SettingsLoader(Host host) {
        this.host = host;
    }

    public LoadedSettings load(SettingsInput input) {
        CommandLineSource commandLine = CommandLineSource.of(input.arguments());
        Findings findings = new Findings();
        findings.mistakes().addAll(commandLine.wrong());
        commandLine.config().ifPresent(file -> FileSource.read(file, findings));
        EnvironmentSource.read(input.environment(), findings);
        properties(input.properties(), findings);
        commandLine.values().forEach((name, text) -> findings.put(name, text, "command line"));

        TypedValues values = new TypedValues(findings, host);
        NodeSettings settings = settings(values, commandLine.demo());
        CrossChecks.check(settings, values, findings);
        return findings.mistakes().isEmpty()
                ? new LoadedSettings.Accepted(settings)
                : new LoadedSettings.Refused(findings.mistakes());
    }

    /** {@code baton.test.*} is for the tests. */
    private static void properties(Map<String, String> properties, Findings findings) {
        new TreeMap<>(properties).forEach((name, text) -> {
            if (name.startsWith("baton.") && !name.startsWith("baton.test.")) {
                findings.put(name, text, "system property");
            }
        });
    }

    private static NodeSettings settings(TypedValues values, boolean demo) {
        return new NodeSettings(
                member(values),
                stores(values),
                work(values, demo),
                new HttpSettings(
                        values.get(KnownSettings.HTTP_BIND),
                        values.get(KnownSettings.HTTP_PORT),
                        tls(values),
                        values.get(KnownSettings.API_TOKEN),
                        values.get(KnownSettings.ADMIN_PASSWORD)),
                new LogSettings(values.get(KnownSettings.LOG_FORMAT), values.get(KnownSettings.LOG_LEVEL)));
    }

    private static Optional<ServerIdentity> tls(TypedValues values) {
        Optional<Certificates> certificates = values.get(KnownSettings.TLS_CERTIFICATE);
        Optional<ServerKey> key = values.get(KnownSettings.TLS_KEY);
        return certificates.flatMap(shown -> key.map(proof -> new ServerIdentity(shown, proof)));
    }

    private static MemberSettings member(TypedValues values) {
        return new MemberSettings(
                values.get(KnownSettings.CLUSTER),
                new NodeId(values.get(KnownSettings.NODE_ID)),
                values.get(KnownSettings.NODE_LABELS),
                values.get(KnownSettings.NODE_SLOTS),
                new Timing(
                        values.get(KnownSettings.DRAIN_TIMEOUT),
                        values.get(KnownSettings.HEARTBEAT_INTERVAL),
                        values.get(KnownSettings.HEARTBEAT_TIMEOUT)));
    }

    private static StoreSettings stores(TypedValues values) {
        RedisMode mode = values.get(KnownSettings.REDIS_MODE);
        boolean allowEviction = values.get(KnownSettings.REDIS_ALLOW_EVICTION);
        Optional<RedisSettings> redis = values.get(KnownSettings.REDIS_URI)
                .map(uri -> new RedisSettings(RedisUris.split(uri), mode, allowEviction));
        DatabaseSettings database = new DatabaseSettings(
                values.get(KnownSettings.DB_URL).orElse(EMBEDDED_URL),
                values.get(KnownSettings.DB_USER),
                values.get(KnownSettings.DB_PASSWORD).orElse(new Secret("")),
                values.get(KnownSettings.DB_POOL_SIZE));
        return new StoreSettings(
                redis, database, values.get(KnownSettings.SPOOL_DIR), values.get(KnownSettings.WAIT_FOR_SERVERS));
    }

    private static WorkSettings work(TypedValues values, boolean demo) {
        TaskSettings tasks = new TaskSettings(
                values.get(KnownSettings.TASKS_DIR),
                values.get(KnownSettings.TASKS_PACKAGES),
                values.get(KnownSettings.TASKS_ALLOW),
                demo);
        return new WorkSettings(
                tasks,
                values.get(KnownSettings.JOBS_FILE),
                values.get(KnownSettings.ACCEPT_LEGACY),
                new WorkSettings.Dispatch(
                        values.get(KnownSettings.LOAD_THRESHOLD),
                        values.get(KnownSettings.QUEUE_CAPACITY),
                        values.get(KnownSettings.FIRING_NODES)),
                values.get(KnownSettings.RETENTION));
    }
}
